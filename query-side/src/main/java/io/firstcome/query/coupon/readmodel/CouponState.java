package io.firstcome.query.coupon.readmodel;

import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.query.caching.Versioned;
import io.firstcome.query.coupon.api.CouponStatus;
import io.firstcome.query.coupon.api.CouponTerms;
import io.firstcome.query.coupon.api.CouponView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is stored of a coupon campaign, in MySQL and in Redis alike: exact as of {@code version}. */
public record CouponState(
        CouponTerms terms,
        int issued,
        int redeemed,
        @Nullable Instant closedAt,
        long version) implements Versioned {

    @Override
    public String id() {
        return terms.couponId();
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when the campaign was not created
     */
    public static CouponState after(@Nullable CouponState before, CouponEvent event, long version) {
        if (event instanceof CouponCreated created) {
            return new CouponState(CouponTerms.of(created), 0, 0, null, version);
        }
        if (before == null) {
            throw new IllegalStateException("Coupon " + event.couponId() + " is changed but was never created");
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
            case CouponClosed closed ->
                new CouponState(terms, issued, redeemed, closed.closedAt().truncatedTo(ChronoUnit.MICROS), version);
        };
    }

    CouponView view(Instant now, @Nullable Map<String, Long> refusals) {
        return new CouponView(terms, issued, redeemed, status(now), closedAt, version, refusals);
    }

    CouponStatus status(Instant now) {
        Instant from = terms.issueFrom();
        Instant until = terms.issueUntil();
        if (closedAt != null) {
            return CouponStatus.CLOSED;
        }
        if (from != null && now.isBefore(from)) {
            return CouponStatus.SCHEDULED;
        }
        if (issued >= terms.quantity()) {
            return CouponStatus.SOLD_OUT;
        }
        return until == null || now.isBefore(until) ? CouponStatus.OPEN : CouponStatus.ENDED;
    }
}
