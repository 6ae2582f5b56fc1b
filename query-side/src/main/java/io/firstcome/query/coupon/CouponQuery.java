package io.firstcome.query.coupon;

import org.jspecify.annotations.Nullable;

/** What can be asked about coupon campaigns. */
public sealed interface CouponQuery {

    /**
     * Asks for one coupon campaign; answered by an optional {@link CouponView}.
     *
     * <p>Fails when the version asked for is not there in time.
     *
     * @param couponId the bare id
     * @param minVersion the least version to answer with, for which the answer waits a while; null: what is there
     * @param withRefusals whether to count the rejections, too
     */
    record FindCoupon(String couponId, @Nullable Long minVersion, boolean withRefusals) implements CouponQuery {}
}
