package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.NotPublished;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The family of events of one payment. */
public sealed interface PaymentEvent {

    PaymentId paymentId();

    OrderId orderId();

    /**
     * An order is to be paid.
     *
     * @param amount what is to be paid, after the discount
     * @param discount what the coupon took off
     * @param points the part of the amount that is paid with points
     * @param card the part that is paid by card
     * @param paymentKey the gateway's name of the checkout; null: nothing by card
     */
    @Revision("1")
    record PaymentRequested(
            PaymentId paymentId,
            OrderId orderId,
            UserId userId,
            long amount,
            long discount,
            @Nullable CouponPiece coupon,
            long points,
            long card,
            @NotPublished @Nullable String paymentKey,
            Instant requestedAt)
            implements PaymentEvent, AboutUser {}

    /** The money is there. */
    @Revision("1")
    record PaymentApproved(
            PaymentId paymentId, OrderId orderId, UserId userId, long amount, long discount, Instant approvedAt)
            implements PaymentEvent, AboutUser {}

    /**
     * There will be no money.
     *
     * @param gatewayCode what the card gateway said; null: it was not asked
     * @param points what was spent already and is to be given back
     * @param coupon the piece that is to be restored; null: none
     */
    @Revision("1")
    record PaymentDeclined(
            PaymentId paymentId,
            OrderId orderId,
            UserId userId,
            DeclineReason reason,
            @Nullable String gatewayCode,
            long points,
            @Nullable CouponPiece coupon,
            Instant declinedAt)
            implements PaymentEvent, AboutUser {}

    /**
     * The card gateway did not say whether it took the money. It is asked until it does.
     *
     * @param gatewayCode what it said, or what went wrong
     */
    @Revision("1")
    record PaymentOutcomeUnknown(
            PaymentId paymentId, OrderId orderId, UserId userId, String gatewayCode, Instant unknownAt)
            implements PaymentEvent, AboutUser {}

    /**
     * A part of the payment, or all that is left, is to be given back. Of a payment of 0 it is nothing, and {@link PaymentRefunded}
     * follows in the same commit.
     *
     * @param points by points
     * @param card by card
     * @param paymentKey the gateway's name of the payment; null: nothing by card
     */
    @Revision("1")
    record PaymentRefundStarted(
            PaymentId paymentId,
            OrderId orderId,
            UserId userId,
            RefundId refundId,
            long points,
            long card,
            @NotPublished @Nullable String paymentKey,
            @NotPublished String reason,
            Instant startedAt)
            implements PaymentEvent, AboutUser {}

    /**
     * The card part of a refund was given back.
     *
     * @param points the part of the refund that is still to be given back as points
     */
    @Revision("1")
    record CardRefunded(
            PaymentId paymentId,
            OrderId orderId,
            UserId userId,
            RefundId refundId,
            long amount,
            long points,
            Instant refundedAt)
            implements PaymentEvent, AboutUser {}

    /**
     * A part of the payment, or all of it, was given back.
     *
     * @param refunded all that was given back by now
     * @param whole whether that is all that was paid
     * @param coupon the piece that is to be restored, when it is whole; null: none
     */
    @Revision("1")
    record PaymentRefunded(
            PaymentId paymentId,
            OrderId orderId,
            UserId userId,
            RefundId refundId,
            long amount,
            long refunded,
            boolean whole,
            @Nullable CouponPiece coupon,
            Instant refundedAt)
            implements PaymentEvent, AboutUser {}

    /**
     * The card gateway refused a refund. Nothing of it was given back; an operator has to act.
     *
     * @param gatewayCode what it said
     * @param card the card part that was refused; 0 when it was stored by revision 1
     * @param owed whether all of the payment was asked back: then its points come back by a refund of their own
     * @param coupon the piece that is to be restored, when it is owed; null: none
     */
    @Revision("2")
    record PaymentRefundFailed(
            PaymentId paymentId,
            OrderId orderId,
            UserId userId,
            RefundId refundId,
            String gatewayCode,
            @NotPublished long card,
            @NotPublished boolean owed,
            @NotPublished @Nullable CouponPiece coupon,
            Instant failedAt)
            implements PaymentEvent, AboutUser {}

    /** The order was sent: from now on the buyer alone cannot take the money back. */
    @Revision("1")
    record PaymentSettled(PaymentId paymentId, OrderId orderId, UserId userId, Instant settledAt)
            implements PaymentEvent, AboutUser {}
}
