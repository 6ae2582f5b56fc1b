package io.firstcome.query.coupon.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for one coupon campaign; answered by an optional {@link CouponView}.
 *
 * <p>Refused with {@code READ_MODEL_BEHIND} when the version asked for is not there in time.
 *
 * @param couponId the bare id
 * @param minVersion the least version to answer with, for which the answer waits a while; null: what is there
 * @param withRefusals whether to count the rejections, too
 */
public record FindCoupon(String couponId, @Nullable Long minVersion, boolean withRefusals) {}
