package io.firstcome.query.coupon.api;

import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.Tier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was fixed when a coupon campaign was created. Instants are cut to microseconds.
 *
 * @param couponId the bare id
 * @param discountType {@code FIXED} or {@code PERCENT}
 * @param discountValue FIXED: an amount; PERCENT: 1 to 100
 */
public record CouponTerms(
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
        Instant createdAt) {

    /** The terms as the event states them. */
    public static CouponTerms of(CouponCreated event) {
        Instant from = event.issueFrom();
        Instant until = event.issueUntil();
        Tier tier = event.requiredTier();
        return new CouponTerms(
                event.couponId().value(),
                event.name(),
                event.quantity(),
                event.discount().type().name(),
                event.discount().value(),
                event.discount().maxAmount(),
                event.minOrderAmount(),
                from == null ? null : from.truncatedTo(ChronoUnit.MICROS),
                until == null ? null : until.truncatedTo(ChronoUnit.MICROS),
                event.validDays(),
                event.limitPerUser(),
                tier == null ? null : tier.name(),
                event.createdAt().truncatedTo(ChronoUnit.MICROS));
    }
}
