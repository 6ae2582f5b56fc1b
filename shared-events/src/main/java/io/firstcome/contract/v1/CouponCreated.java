package io.firstcome.contract.v1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon campaign was set up.
 *
 * @param quantity how many are issued at most
 * @param discountType {@code FIXED} or {@code PERCENT}
 * @param discountValue FIXED: an amount; PERCENT: 1 to 100
 * @param discountMaxAmount PERCENT: the most it takes off; null for no limit
 * @param minOrderAmount the least an order must cost
 * @param issueFrom the first instant at which it is issued; null: at once
 * @param issueUntil the first instant at which it is no longer issued; null: no end
 * @param validDays for how many days an issued piece is valid
 * @param limitPerUser how many one user gets at most
 * @param requiredTier the least tier that a user must have; null: any user
 */
public record CouponCreated(
        String couponId,
        String name,
        int quantity,
        String discountType,
        long discountValue,
        @Nullable Long discountMaxAmount,
        long minOrderAmount,
        @Nullable Instant issueFrom,
        @Nullable Instant issueUntil,
        int validDays,
        int limitPerUser,
        @Nullable String requiredTier,
        Instant createdAt)
        implements CouponMessage {}
