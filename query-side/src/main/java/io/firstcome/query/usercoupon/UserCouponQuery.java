package io.firstcome.query.usercoupon;

/** What can be asked about users' coupons. */
public sealed interface UserCouponQuery {

    /**
     * Asks for the coupons that a user holds, newest first; answered by a list of {@link UserCouponView}.
     *
     * @param userId the bare id
     * @param before only those issued before this position; {@link Long#MAX_VALUE} for the newest
     * @param limit how many at most, 1 or more
     */
    record FindUserCoupons(String userId, long before, int limit) implements UserCouponQuery {}
}
