package io.firstcome.events.coupon;

import io.firstcome.events.NotPublished;
import java.time.Instant;

/**
 * One issued piece as the user holds it: facts of its {@code CouponIssued}, which never change.
 *
 * @param expiresAt the first instant at which it can no longer be redeemed
 */
public record CouponPiece(
        CouponId couponId, int serial, @NotPublished Instant expiresAt) {}
