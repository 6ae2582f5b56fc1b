package io.firstcome.command.payment.rest;

import io.firstcome.command.order.api.OrderCommand.StartRefund;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.rest.CommandAnswer;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.CommittedEvent;
import io.firstcome.command.rest.OutcomeListener;
import io.firstcome.command.rest.OutcomeSubscription;
import io.firstcome.command.rest.OwnerCheck;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.PaymentErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Has the order decide about a refund of its payment, and waits for its end. */
final class RefundService {

    private final Commands commands;
    private final OutcomeListener outcomes;
    private final Duration patience;

    RefundService(Commands commands, OutcomeListener outcomes, Duration patience) {
        this.commands = commands;
        this.outcomes = outcomes;
        this.patience = patience;
    }

    ResponseEntity<CancelPaymentResponse> refund(
            PaymentId payment,
            CancelPaymentRequest request,
            Instant at,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        UserId owner = OwnerCheck.askedBy(caller);
        if (owner != null && request.amount() != null) {
            throw ProblemException.of(ProblemCode.FORBIDDEN, "Only an operator gives a part back: leave amount out.");
        }
        RefundId id = new RefundId(UUID.randomUUID().toString());
        try (OutcomeSubscription subscription = outcomes.subscribe(List.of(payment.toString()))) {
            AggregateCommand command = subscription
                    .stored(RefundService::order)
                    .<AggregateCommand>map(
                            order -> new StartRefund(order, payment, id, request.amount(), request.reason(), owner, at))
                    // Refused, and so kept under the client's key; of a payment that begins just now nothing is wanted.
                    .orElseGet(() -> new RefundPayment(payment, id, 0L, request.reason(), owner, at));
            CommandAnswer<OrderRefundStarted> started = commands.sendOrRefuse(
                    command, OrderRefundStarted.class, PaymentErrorCode.NOT_REFUNDABLE, caller, idempotency);
            RefundProgress progress = new RefundProgress(started.payload().refundId());
            Optional<CommittedEvent> known =
                    started.replayed() ? subscription.stored(progress::untilEnded) : Optional.empty();
            Optional<CommittedEvent> end = known.or(() -> subscription.await(progress::untilEnded, patience));
            return answer(started, progress, end);
        }
    }

    private static Optional<OrderId> order(CommittedEvent happened) {
        return happened.event() instanceof PaymentRequested requested
                ? Optional.of(requested.orderId())
                : Optional.empty();
    }

    private static ResponseEntity<CancelPaymentResponse> answer(
            CommandAnswer<OrderRefundStarted> started, RefundProgress progress, Optional<CommittedEvent> end) {
        OrderRefundStarted refund = started.payload();
        if (end.isEmpty()) {
            return new CommandAnswer<>(refund, progress.startedAt(), started.replayed())
                    .toResponse(HttpStatus.ACCEPTED, event -> response(event, "APPROVED", event.amount(), null));
        }
        CommittedEvent ended = end.get();
        return switch (ended.event()) {
            case PaymentRefunded done ->
                new CommandAnswer<>(done, ended.version(), started.replayed())
                        .toResponse(
                                HttpStatus.OK,
                                event -> response(
                                        refund,
                                        event.whole() ? "REFUNDED" : "PARTIALLY_REFUNDED",
                                        event.amount(),
                                        event.refunded()));
            case PaymentRefundFailed failed ->
                throw started.problem(PaymentErrorCode.NOT_REFUNDABLE, failure(failed), ended);
            default -> throw new IllegalStateException("not the end of a refund: " + ended);
        };
    }

    private static String failure(PaymentRefundFailed failed) {
        String refused = "The card gateway refused it: " + failed.gatewayCode() + ".";
        return failed.owed()
                ? refused + " The order has ended, points and coupon come back; " + failed.card() + " by card are owed."
                : refused;
    }

    private static CancelPaymentResponse response(
            OrderRefundStarted refund, String status, long amount, @Nullable Long refunded) {
        return new CancelPaymentResponse(
                refund.paymentId().value(), refund.orderId().value(), status, amount, refunded);
    }
}
