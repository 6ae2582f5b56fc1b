package io.firstcome.query.coupon.api;

/** What a coupon campaign can do for a user now. */
public enum CouponStatus {
    /** Its window has not begun. */
    SCHEDULED,
    /** It is being issued. */
    OPEN,
    /** All pieces are issued. */
    SOLD_OUT,
    /** Its window is over. */
    ENDED,
    /** An operator has closed it. */
    CLOSED
}
