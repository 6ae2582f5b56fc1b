package io.firstcome.query.coupon.readmodel;

import io.firstcome.axon.processing.Change;
import io.firstcome.axon.processing.Origin;
import io.firstcome.query.coupon.api.CouponTerms;
import java.time.Instant;

/** What one event changes in the view of its coupon campaign. */
public sealed interface CouponChange extends Change {

    String couponId();

    /** The campaign exists. */
    record Created(CouponTerms terms, Origin origin) implements CouponChange {

        @Override
        public String couponId() {
            return terms.couponId();
        }
    }

    /** One more piece is issued. */
    record Issued(String couponId, Origin origin) implements CouponChange {}

    /** A piece has paid for something. */
    record Redeemed(String couponId, Origin origin) implements CouponChange {}

    /** A piece that had paid for something may be used again. */
    record Restored(String couponId, Origin origin) implements CouponChange {}

    /** Something that the view does not show, but for the version. */
    record Noted(String couponId, Origin origin) implements CouponChange {}

    /** The campaign is closed. */
    record Closed(String couponId, Instant closedAt, Origin origin) implements CouponChange {}
}
