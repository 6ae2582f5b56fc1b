package io.firstcome.events.coupon;

/** The family of events of one coupon campaign. */
public sealed interface CouponEvent
        permits CouponCreated, CouponIssued, CouponClosed, CouponRedeemed, CouponRedemptionRefused, CouponRestored {

    CouponId couponId();
}
