package io.firstcome.query.coupon;

import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.Tier;
import io.firstcome.query.caching.Versioned;
import io.firstcome.query.coupon.CouponView.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is stored of a coupon campaign, in MySQL and in Redis alike: exact as of {@code version}. */
record CouponState(
        Terms terms, int issued, int redeemed, @Nullable Instant closedAt, long version) implements Versioned {

    /**
     * What was fixed when the campaign was created. Instants are cut to microseconds.
     *
     * @param couponId the bare id
     * @param discountType {@code FIXED} or {@code PERCENT}
     * @param discountValue FIXED: an amount; PERCENT: 1 to 100
     */
    record Terms(
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

        private static Terms of(CouponCreated event) {
            Tier tier = event.requiredTier();
            return new Terms(
                    event.couponId().value(),
                    event.name(),
                    event.quantity(),
                    event.discount().type().name(),
                    event.discount().value(),
                    event.discount().maxAmount(),
                    event.minOrderAmount(),
                    micros(event.issueFrom()),
                    micros(event.issueUntil()),
                    event.validDays(),
                    event.limitPerUser(),
                    tier == null ? null : tier.name(),
                    event.createdAt().truncatedTo(ChronoUnit.MICROS));
        }
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String id() {
        return terms.couponId();
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when the campaign was not created
     */
    static CouponState after(@Nullable CouponState before, CouponEvent event, long version) {
        if (event instanceof CouponCreated created) {
            return new CouponState(Terms.of(created), 0, 0, null, version);
        }
        if (before == null) {
            throw new IllegalStateException("Coupon " + event.couponId().value() + " is changed but was never created");
        }
        return before.with(event, version);
    }

    private CouponState with(CouponEvent event, long version) {
        return switch (event) {
            case CouponCreated created -> throw new IllegalStateException("A campaign is created once");
            case CouponIssued issue -> new CouponState(terms, issued + 1, redeemed, closedAt, version);
            case CouponRedeemed redemption -> new CouponState(terms, issued, redeemed + 1, closedAt, version);
            case CouponRestored restoration -> new CouponState(terms, issued, redeemed - 1, closedAt, version);
            case CouponRedemptionRefused refusal -> new CouponState(terms, issued, redeemed, closedAt, version);
            case CouponClosed closed -> new CouponState(terms, issued, redeemed, micros(closed.closedAt()), version);
        };
    }

    CouponView view(Instant now, @Nullable Map<String, Long> refusals) {
        return new CouponView(
                terms.couponId(),
                terms.name(),
                terms.quantity(),
                issued,
                redeemed,
                terms.quantity() - issued,
                status(now),
                new CouponView.Discount(terms.discountType(), terms.discountValue(), terms.discountMaxAmount()),
                terms.minOrderAmount(),
                terms.issueFrom(),
                terms.issueUntil(),
                terms.validDays(),
                terms.limitPerUser(),
                terms.requiredTier(),
                terms.createdAt(),
                closedAt,
                version,
                refusals);
    }

    Status status(Instant now) {
        Instant from = terms.issueFrom();
        Instant until = terms.issueUntil();
        if (closedAt != null) {
            return Status.CLOSED;
        }
        if (from != null && now.isBefore(from)) {
            return Status.SCHEDULED;
        }
        if (issued >= terms.quantity()) {
            return Status.SOLD_OUT;
        }
        return until == null || now.isBefore(until) ? Status.OPEN : Status.ENDED;
    }
}
