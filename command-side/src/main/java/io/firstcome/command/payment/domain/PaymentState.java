package io.firstcome.command.payment.domain;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentEvent.PaymentSettled;
import io.firstcome.events.payment.PaymentId;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What a payment knows from its events. {@link Payment} decides by it. */
abstract sealed class PaymentState permits Payment {

    @AggregateIdentifier
    private @Nullable PaymentId paymentId;

    private @Nullable OrderId orderId;
    private @Nullable UserId userId;
    private @Nullable CouponPiece coupon;
    private @Nullable String paymentKey;
    private Status status = Status.REQUESTED;
    private long discount;
    private long points;
    private long card;
    private boolean settled;
    private boolean wholeAskedBack;
    private boolean couponBack;
    private Refunds refunds = new Refunds();

    @EventSourcingHandler
    void on(PaymentRequested event) {
        paymentId = event.paymentId();
        orderId = event.orderId();
        userId = event.userId();
        coupon = event.coupon();
        paymentKey = event.paymentKey();
        discount = event.discount();
        points = event.points();
        card = event.card();
    }

    @EventSourcingHandler
    void on(PaymentOutcomeUnknown event) {
        status = Status.UNKNOWN;
    }

    @EventSourcingHandler
    void on(PaymentApproved event) {
        status = Status.APPROVED;
    }

    @EventSourcingHandler
    void on(PaymentDeclined event) {
        status = Status.DECLINED;
    }

    @EventSourcingHandler
    void on(PaymentRefundStarted event) {
        refunds.start(event.refundId(), event.points(), event.card());
        wholeAskedBack |= refundable() == 0;
    }

    @EventSourcingHandler
    void on(CardRefunded event) {
        refunds.cardGivenBack(event.refundId());
    }

    @EventSourcingHandler
    void on(PaymentRefunded event) {
        refunds.complete(event.refundId());
    }

    @EventSourcingHandler
    void on(PaymentRefundFailed event) {
        refunds.fail(event.refundId());
        couponBack |= event.coupon() != null;
    }

    @EventSourcingHandler
    void on(PaymentSettled event) {
        settled = true;
    }

    boolean isRequested() {
        return paymentId != null;
    }

    PaymentId paymentId() {
        return Objects.requireNonNull(paymentId);
    }

    OrderId orderId() {
        return Objects.requireNonNull(orderId);
    }

    UserId payer() {
        return Objects.requireNonNull(userId);
    }

    @Nullable
    CouponPiece coupon() {
        return coupon;
    }

    /** What its end gives back: once, even if the card gateway refuses again and again. */
    @Nullable
    CouponPiece couponToRestore() {
        return couponBack ? null : coupon;
    }

    @Nullable
    String paymentKey() {
        return paymentKey;
    }

    Status status() {
        return status;
    }

    boolean isDecided() {
        return status == Status.APPROVED || status == Status.DECLINED;
    }

    boolean isSettled() {
        return settled;
    }

    long amount() {
        return points + card;
    }

    long discount() {
        return discount;
    }

    long points() {
        return points;
    }

    Refunds refunds() {
        return refunds;
    }

    /** Whether the order has ended: all was asked back once, even if the gateway has refused it. */
    boolean isWholeAskedBack() {
        return wholeAskedBack;
    }

    /** What was paid and neither given back nor about to be. */
    long refundable() {
        return amount() - refunds.points() - refunds.card();
    }

    /** Whether a refund would do anything. Of a payment of nothing, nothing is given back, once. */
    boolean isAnythingLeft() {
        return refundable() > 0 || (amount() == 0 && refunds.isEmpty());
    }

    /** The card's part of what is refundable. */
    long refundableByCard() {
        return card - refunds.card();
    }
}
