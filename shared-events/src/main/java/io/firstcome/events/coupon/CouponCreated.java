package io.firstcome.events.coupon;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A campaign was set up.
 *
 * @param quantity how many are issued at most, 1 or more
 * @param minOrderAmount the least an order must cost for the coupon to apply, 0 or more
 * @param issueFrom the first instant at which it is issued; null: at once
 * @param issueUntil the first instant at which it is no longer issued; null: no end
 * @param validDays for how many days an issued coupon is valid, 1 or more
 * @param limitPerUser how many one user gets at most, 1 or more
 * @param requiredTier the least tier that a user must have; null: any user
 */
@Revision("1")
public record CouponCreated(
        CouponId couponId,
        String name,
        int quantity,
        Discount discount,
        long minOrderAmount,
        @Nullable Instant issueFrom,
        @Nullable Instant issueUntil,
        int validDays,
        int limitPerUser,
        @Nullable Tier requiredTier,
        Instant createdAt)
        implements CouponEvent {}
