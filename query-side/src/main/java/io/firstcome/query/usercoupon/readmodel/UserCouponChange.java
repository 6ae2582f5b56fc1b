package io.firstcome.query.usercoupon.readmodel;

import io.firstcome.axon.processing.Change;
import io.firstcome.axon.processing.Origin;
import java.time.Instant;

/** What one event changes in the lists of users' coupons. */
public sealed interface UserCouponChange extends Change {

    String userId();

    String couponId();

    int serial();

    /** A user holds one more piece. */
    record Issued(String userId, String couponId, int serial, Instant issuedAt, Instant expiresAt, Origin origin)
            implements UserCouponChange {}

    /** The piece has paid for something. */
    record Redeemed(String userId, String couponId, int serial, Instant redeemedAt, Origin origin)
            implements UserCouponChange {}

    /** The piece, which had paid for something, may be used again. */
    record Restored(String userId, String couponId, int serial, Origin origin) implements UserCouponChange {}
}
