package io.firstcome.query.coupon.readmodel;

import io.firstcome.axon.processors.Change;
import io.firstcome.axon.processors.EventPosition;
import io.firstcome.query.coupon.api.CouponTerms;
import java.time.Instant;

/** What one event changes in the view of its coupon campaign. */
public sealed interface CouponChange extends Change {

    String couponId();

    /** The campaign exists. */
    record Created(CouponTerms terms, EventPosition origin) implements CouponChange {

        @Override
        public String couponId() {
            return terms.couponId();
        }
    }

    /** One more piece is issued. */
    record Issued(String couponId, EventPosition origin) implements CouponChange {}

    /** A piece has paid for something. */
    record Redeemed(String couponId, EventPosition origin) implements CouponChange {}

    /** A piece that had paid for something may be used again. */
    record Restored(String couponId, EventPosition origin) implements CouponChange {}

    /** Something that the view does not show, but for the version. */
    record Noted(String couponId, EventPosition origin) implements CouponChange {}

    /** The campaign is closed. */
    record Closed(String couponId, Instant closedAt, EventPosition origin) implements CouponChange {}
}
