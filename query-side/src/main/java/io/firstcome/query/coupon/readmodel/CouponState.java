package io.firstcome.query.coupon.readmodel;

import io.firstcome.query.coupon.api.CouponStatus;
import io.firstcome.query.coupon.api.CouponTerms;
import io.firstcome.query.coupon.api.CouponView;
import io.firstcome.query.reading.Versioned;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is stored of a coupon campaign, in MySQL and in Redis alike: exact as of {@code version}. */
record CouponState(
        CouponTerms terms,
        int issued,
        int redeemed,
        @Nullable Instant closedAt,
        long version) implements Versioned {

    @Override
    public String id() {
        return terms.couponId();
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
