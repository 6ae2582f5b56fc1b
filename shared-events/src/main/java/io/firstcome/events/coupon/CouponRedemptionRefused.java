package io.firstcome.events.coupon;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A piece was to pay a part of an order and does not: it is used, has expired, or the order costs too little. The payment must know.
 */
@Revision("1")
public record CouponRedemptionRefused(
        CouponId couponId, UserId userId, int serial, PaymentId paymentId, OrderId orderId, Instant refusedAt)
        implements CouponEvent, AboutUser {}
