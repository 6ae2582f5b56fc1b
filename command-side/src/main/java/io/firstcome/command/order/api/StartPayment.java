package io.firstcome.command.order.api;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Begins to pay an order. Answered with {@code OrderPaymentStarted}; refused with {@code ORDER_ALREADY_PAID},
 * {@code ORDER_EXPIRED}, {@code ORDER_NOT_PAYABLE}, {@code PAYMENT_IN_PROGRESS}, {@code COUPON_NOT_APPLICABLE}. Said again for the same payment, whatever became of
 * it, it does nothing and is answered with null.
 *
 * @param couponId the coupon of which a piece is to be redeemed; null: none
 * @param coupon that piece; null with a {@code couponId}: the buyer has none, and the order tells so in its turn
 * @param points for CARD: points to spend beside it, 0 or more
 * @param owner the user whose it must be; null: anyone's, for operators and processes
 */
public record StartPayment(
        @TargetAggregateIdentifier OrderId orderId,
        @Nullable UserId owner,
        PaymentId paymentId,
        @Nullable CouponId couponId,
        @Nullable CouponPiece coupon,
        PaymentMethod method,
        long points,
        @Nullable String paymentKey,
        Instant at)
        implements OrderCommand {

    public StartPayment {
        if (coupon != null && !coupon.couponId().equals(couponId)) {
            throw new IllegalArgumentException("the piece is of the coupon");
        }
        if (points < 0 || (method == PaymentMethod.POINT && points != 0)) {
            throw new IllegalArgumentException("points go with CARD and are 0 or more");
        }
        if ((method == PaymentMethod.CARD) == (paymentKey == null)) {
            throw new IllegalArgumentException("paymentKey goes with CARD, and CARD with it");
        }
    }

    /** With that piece of its coupon; null: without one. */
    public StartPayment(
            OrderId orderId,
            @Nullable UserId owner,
            PaymentId paymentId,
            @Nullable CouponPiece coupon,
            PaymentMethod method,
            long points,
            @Nullable String paymentKey,
            Instant at) {
        this(
                orderId,
                owner,
                paymentId,
                coupon == null ? null : coupon.couponId(),
                coupon,
                method,
                points,
                paymentKey,
                at);
    }
}
