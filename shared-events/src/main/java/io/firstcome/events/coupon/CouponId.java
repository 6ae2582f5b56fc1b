package io.firstcome.events.coupon;

import io.firstcome.events.Ids;

/**
 * A coupon campaign.
 *
 * <p>{@link #value()} is what the API shows, {@link #toString()} is how the event store knows the aggregate. They
 * differ because Axon keys events by identifier alone, across types: coupon 1 and product 1 must not meet.
 */
public record CouponId(String value) {

    /** The aggregate type, and the part of the stored identifier before the colon. */
    public static final String TYPE = "coupon";

    public CouponId {
        Ids.requireValid(value, "couponId");
    }

    @Override
    public String toString() {
        return TYPE + ":" + value;
    }
}
