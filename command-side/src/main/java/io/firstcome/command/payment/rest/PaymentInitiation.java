package io.firstcome.command.payment.rest;

import io.firstcome.command.coupon.api.CouponCommand.ChoosePiece;
import io.firstcome.command.order.api.OrderCommand.StartPayment;
import io.firstcome.command.rest.CommandAnswer;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.OutcomeListener;
import io.firstcome.command.rest.OutcomeSubscription;
import io.firstcome.command.rest.OwnerCheck;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Begins a payment and waits for its outcome. */
final class PaymentInitiation {

    private final Commands commands;
    private final OutcomeListener outcomes;
    private final Duration patience;

    PaymentInitiation(Commands commands, OutcomeListener outcomes, Duration patience) {
        this.commands = commands;
        this.outcomes = outcomes;
        this.patience = patience;
    }

    ResponseEntity<PayOrderResponse> pay(
            PayOrderRequest request, Instant at, Caller caller, @Nullable IdempotentRequest idempotency) {
        OrderId order = request.order();
        PaymentId payment = new PaymentId(UUID.randomUUID().toString());
        CouponId coupon = request.coupon();
        // No piece is no rejection yet: it may be this very request that has redeemed it. The order tells.
        CouponPiece piece = coupon == null ? null : choosePiece(coupon, order, caller, at);
        StartPayment command = new StartPayment(
                order,
                OwnerCheck.askedBy(caller),
                payment,
                coupon,
                piece,
                request.chosenMethod(),
                request.pointsBesideCard(),
                request.paymentKey(),
                at);
        try (OutcomeSubscription subscription = subscribe(order, payment)) {
            CommandAnswer<OrderPaymentStarted> started = commands.sendOrRefuse(
                    command, OrderPaymentStarted.class, OrderErrorCode.PAYMENT_IN_PROGRESS, caller, idempotency);
            return started.replayed() ? again(started) : answer(started, live(subscription, payment));
        }
    }

    private OutcomeSubscription subscribe(OrderId order, PaymentId payment) {
        return outcomes.subscribe(List.of(order.toString(), payment.toString()));
    }

    private PaymentProgress live(OutcomeSubscription subscription, PaymentId payment) {
        PaymentProgress progress = new PaymentProgress(payment);
        subscription.await(progress::untilKnownOrUnknown, patience);
        return progress;
    }

    /** What became of the payment that an earlier request under the same key has begun. */
    private ResponseEntity<PayOrderResponse> again(CommandAnswer<OrderPaymentStarted> started) {
        PaymentId payment = started.payload().paymentId();
        try (OutcomeSubscription subscription = subscribe(started.payload().orderId(), payment)) {
            PaymentProgress progress = new PaymentProgress(payment);
            if (subscription.stored(progress::untilKnown).isEmpty() && !progress.isUnknown()) {
                subscription.await(progress::untilKnownOrUnknown, patience);
            }
            return answer(started, progress);
        }
    }

    private @Nullable CouponPiece choosePiece(CouponId coupon, OrderId order, Caller caller, Instant at) {
        return buyerOf(order, caller)
                .flatMap(buyer -> commands.ask(new ChoosePiece(coupon, buyer, at), CouponPiece.class, caller))
                .orElse(null);
    }

    /** An operator acts for the one who ordered. */
    private Optional<UserId> buyerOf(OrderId order, Caller caller) {
        UserId owner = OwnerCheck.askedBy(caller);
        if (owner != null) {
            return Optional.of(owner);
        }
        try (OutcomeSubscription subscription = outcomes.subscribe(List.of(order.toString()))) {
            return subscription.stored(happened ->
                    happened.event() instanceof OrderPlaced placed ? Optional.of(placed.userId()) : Optional.empty());
        }
    }

    private static ResponseEntity<PayOrderResponse> answer(
            CommandAnswer<OrderPaymentStarted> started, PaymentProgress progress) {
        if (progress.isPaid()) {
            return new CommandAnswer<>(progress.paid(), progress.version(), started.replayed())
                    .toResponse(
                            HttpStatus.CREATED,
                            paid -> response(started.payload(), "APPROVED", paid.paid(), paid.discount()));
        }
        RejectionCode failure = progress.failure();
        if (failure != null) {
            throw started.problem(failure, progress.failedBy());
        }
        String status = progress.isUnknown() ? "UNKNOWN" : "REQUESTED";
        return started.toResponse(HttpStatus.ACCEPTED, event -> response(event, status, null, null));
    }

    private static PayOrderResponse response(
            OrderPaymentStarted started, String status, @Nullable Long amount, @Nullable Long discount) {
        return new PayOrderResponse(
                started.paymentId().value(), started.orderId().value(), status, amount, discount);
    }
}
