package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * The payment that a piece was redeemed for did not come about or was given back whole: the piece may be used again.
 */
public record CouponRestored(String couponId, String userId, int serial, String paymentId, Instant restoredAt)
        implements CouponMessage {}
