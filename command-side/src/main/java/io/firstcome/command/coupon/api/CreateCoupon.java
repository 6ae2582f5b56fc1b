package io.firstcome.command.coupon.api;

import io.firstcome.events.Texts;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a campaign. Answered with {@code CouponCreated}; refused with {@code COUPON_EXISTS}.
 *
 * @param quantity 1 to {@value #MAX_QUANTITY}
 * @param minOrderAmount 0 or more
 * @param issueFrom the first instant of issue; null: at once
 * @param issueUntil the first instant after it, later than {@code issueFrom}; null: no end
 * @param validDays 1 to {@value #MAX_VALID_DAYS}
 * @param limitPerUser 1 to {@value #MAX_LIMIT_PER_USER}
 * @param requiredTier the least tier; null: any user
 * @param at when it was asked for
 */
public record CreateCoupon(
        @TargetAggregateIdentifier CouponId couponId,
        String name,
        int quantity,
        Discount discount,
        long minOrderAmount,
        @Nullable Instant issueFrom,
        @Nullable Instant issueUntil,
        int validDays,
        int limitPerUser,
        @Nullable Tier requiredTier,
        Instant at)
        implements CouponCommand {

    public static final int MAX_QUANTITY = 100_000_000;
    public static final int MAX_VALID_DAYS = 3_650;
    public static final int MAX_LIMIT_PER_USER = 100;
    public static final int MAX_NAME_LENGTH = 200;

    public CreateCoupon {
        requireBetween("quantity", quantity, MAX_QUANTITY);
        requireBetween("validDays", validDays, MAX_VALID_DAYS);
        requireBetween("limitPerUser", limitPerUser, MAX_LIMIT_PER_USER);
        if (name.isBlank() || Texts.length(name) > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("name is not blank and has at most " + MAX_NAME_LENGTH + " characters");
        }
        if (minOrderAmount < 0) {
            throw new IllegalArgumentException("minOrderAmount is 0 or more");
        }
        if (issueFrom != null && issueUntil != null && !issueFrom.isBefore(issueUntil)) {
            throw new IllegalArgumentException("issueUntil is later than issueFrom");
        }
    }

    private static void requireBetween(String what, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(what + " is 1 to " + max);
        }
    }
}
