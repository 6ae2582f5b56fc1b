package io.firstcome.contract.v1;

/** What has happened to a coupon campaign: on topic {@code firstcome.coupon}, in order for each coupon. */
public sealed interface CouponMessage extends Message
        permits CouponCreated, CouponIssued, CouponClosed, CouponRedeemed, CouponRedemptionRefused, CouponRestored {

    String couponId();

    @Override
    default String context() {
        return "coupon";
    }

    @Override
    default String subject() {
        return couponId();
    }
}
