package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * A piece pays a part of an order.
 *
 * @param serial the piece
 * @param orderAmount what the order costs, without shipping
 * @param discount what the piece takes off it, at most that amount
 */
public record CouponRedeemed(
        String couponId,
        String userId,
        int serial,
        String paymentId,
        String orderId,
        long orderAmount,
        long discount,
        Instant redeemedAt)
        implements CouponMessage {}
