package io.firstcome.command.payment.rest;

import io.firstcome.command.payment.api.PaymentErrorCode;
import io.firstcome.command.payment.api.RefundPayment;
import io.firstcome.command.rest.Answer;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.Happened;
import io.firstcome.command.rest.Outcomes;
import io.firstcome.command.rest.Owner;
import io.firstcome.command.rest.Watch;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentRefunded;
import io.firstcome.events.payment.RefundId;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Begins a refund and waits for its end. */
final class RefundDesk {

    private final Commands commands;
    private final Outcomes outcomes;
    private final Duration patience;

    RefundDesk(Commands commands, Outcomes outcomes, Duration patience) {
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
        RefundPayment command = new RefundPayment(
                payment,
                new RefundId(UUID.randomUUID().toString()),
                request.amount(),
                request.reason(),
                Owner.askedBy(caller),
                at);
        try (Watch watch = outcomes.watch(List.of(payment.toString()))) {
            Answer<PaymentRefundStarted> started = commands.sendOrRefuse(
                    command, PaymentRefundStarted.class, PaymentErrorCode.NOT_REFUNDABLE, caller, idempotency);
            Function<Happened, Optional<Happened>> ended =
                    ended(started.payload().refundId());
            Optional<Happened> known = started.replayed() ? watch.stored(ended) : Optional.empty();
            return answer(started, known.or(() -> watch.await(ended, patience)));
        }
    }

    private static Function<Happened, Optional<Happened>> ended(RefundId refund) {
        return happened -> {
            boolean done = happened.event() instanceof PaymentRefunded event
                    && event.refundId().equals(refund);
            boolean failed = happened.event() instanceof PaymentRefundFailed event
                    && event.refundId().equals(refund);
            return done || failed ? Optional.of(happened) : Optional.empty();
        };
    }

    private static ResponseEntity<CancelPaymentResponse> answer(
            Answer<PaymentRefundStarted> started, Optional<Happened> end) {
        PaymentRefundStarted refund = started.payload();
        long amount = refund.points() + refund.card();
        if (end.isEmpty()) {
            return started.toResponse(HttpStatus.ACCEPTED, event -> response(event, "APPROVED", amount, null));
        }
        Happened ended = end.get();
        if (ended.event() instanceof PaymentRefunded done) {
            return new Answer<>(done, ended.version(), started.replayed())
                    .toResponse(
                            HttpStatus.OK,
                            event -> response(
                                    refund,
                                    event.whole() ? "REFUNDED" : "PARTIALLY_REFUNDED",
                                    amount,
                                    event.refunded()));
        }
        throw started.problem(PaymentErrorCode.NOT_REFUNDABLE, ended);
    }

    private static CancelPaymentResponse response(
            PaymentRefundStarted refund, String status, long amount, @Nullable Long refunded) {
        return new CancelPaymentResponse(
                refund.paymentId().value(), refund.orderId().value(), status, amount, refunded);
    }
}
