package io.firstcome.events.coupon;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A piece pays a part of an order.
 *
 * @param serial the piece
 * @param orderAmount what the order costs, without shipping
 * @param discount what the piece takes off it, at most that amount
 */
@Revision("1")
public record CouponRedeemed(
        CouponId couponId,
        UserId userId,
        int serial,
        PaymentId paymentId,
        OrderId orderId,
        long orderAmount,
        long discount,
        Instant redeemedAt)
        implements CouponEvent, AboutUser {}
