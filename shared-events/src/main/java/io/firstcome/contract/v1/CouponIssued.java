package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * One piece of a coupon was given to one user.
 *
 * @param serial the piece: counts 1 to quantity without holes
 * @param expiresAt the first instant at which the piece can no longer be redeemed
 */
public record CouponIssued(String couponId, String userId, int serial, Instant issuedAt, Instant expiresAt)
        implements CouponMessage {}
