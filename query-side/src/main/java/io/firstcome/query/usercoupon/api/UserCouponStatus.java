package io.firstcome.query.usercoupon.api;

/** What a user can do with a piece that they hold. */
public enum UserCouponStatus {
    /** It can be redeemed. */
    ISSUED,
    /** It has paid for something. */
    REDEEMED,
    /** Its validity is over. */
    EXPIRED
}
