package io.firstcome.contract.v1;

import java.time.Instant;

/** A piece was to pay a part of an order and does not: it is used, has expired, or the order costs too little. */
public record CouponRedemptionRefused(
        String couponId, String userId, int serial, String paymentId, String orderId, Instant refusedAt)
        implements CouponMessage {}
