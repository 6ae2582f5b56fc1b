package io.firstcome.events.coupon;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * One piece was given to one user.
 *
 * @param serial the piece: counts 1 to quantity without holes, so it also tells how many are issued by now
 * @param expiresAt the first instant at which the piece can no longer be redeemed
 */
@Revision("1")
public record CouponIssued(CouponId couponId, UserId userId, int serial, Instant issuedAt, Instant expiresAt)
        implements CouponEvent, AboutUser {}
