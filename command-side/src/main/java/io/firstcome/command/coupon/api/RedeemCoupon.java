package io.firstcome.command.coupon.api;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a piece of the user's for a payment: the one that expires first of those that are unused and valid. Emits
 * {@code CouponRedeemed}, which tells which, or {@code CouponRedemptionRefused}; said again for the same payment it does nothing.
 *
 * @param piece the one that was chosen when the payment began, which another payment may have taken since; a refusal names it
 * @param orderAmount what the order costs, without shipping; 0 or more
 */
public record RedeemCoupon(
        @TargetAggregateIdentifier CouponId couponId,
        UserId userId,
        CouponPiece piece,
        PaymentId paymentId,
        OrderId orderId,
        long orderAmount,
        Instant at)
        implements CouponCommand {

    public RedeemCoupon {
        if (!piece.couponId().equals(couponId)) {
            throw new IllegalArgumentException("The piece is one of another coupon");
        }
        if (orderAmount < 0) {
            throw new IllegalArgumentException("orderAmount is 0 or more");
        }
    }
}
