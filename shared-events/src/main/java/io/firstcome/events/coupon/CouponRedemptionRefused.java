package io.firstcome.events.coupon;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A piece was to pay a part of an order and does not: the user has none that is unused and valid, the order costs too little, or
 * nothing would be taken off. The payment must know.
 *
 * @param serial the piece that was chosen when the payment began
 */
@Revision("1")
public record CouponRedemptionRefused(
        CouponId couponId, UserId userId, int serial, PaymentId paymentId, OrderId orderId, Instant refusedAt)
        implements CouponEvent, AboutUser {}
