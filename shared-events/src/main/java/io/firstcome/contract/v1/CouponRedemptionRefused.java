package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * A piece was to pay a part of an order and does not: the user has none that is unused and valid, the order costs too little, or
 * nothing would be taken off.
 *
 * @param serial the piece that was chosen when the payment began
 */
public record CouponRedemptionRefused(
        String couponId, String userId, int serial, String paymentId, String orderId, Instant refusedAt)
        implements CouponMessage {}
