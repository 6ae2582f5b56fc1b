package io.firstcome.query.usercoupon.api;

import java.time.Instant;

/**
 * One piece in a user's hands.
 *
 * @param couponId the bare id of the campaign
 * @param serial the piece: counts 1 to the campaign's quantity
 * @param expiresAt the first instant at which it can no longer be redeemed
 * @param position the place of its issue in commit order; greater is newer
 */
public record UserCouponView(
        String couponId, int serial, UserCouponStatus status, Instant issuedAt, Instant expiresAt, long position) {}
