package io.firstcome.query.coupon.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A coupon campaign as the world sees it, true as of {@code version}.
 *
 * @param issued how many pieces are issued, 0 to the quantity
 * @param redeemed how many of them have paid for something
 * @param status derived from the pieces and the clock
 * @param version the sequence number of the last event that it contains
 * @param refusals how often a request was refused, by published code; null when that was not asked for
 */
public record CouponView(
        CouponTerms terms,
        int issued,
        int redeemed,
        CouponStatus status,
        @Nullable Instant closedAt,
        long version,
        @Nullable Map<String, Long> refusals) {

    /** How many pieces are left, 0 or more. */
    public int remaining() {
        return terms.quantity() - issued;
    }
}
