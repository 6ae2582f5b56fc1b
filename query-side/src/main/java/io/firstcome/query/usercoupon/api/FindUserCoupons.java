package io.firstcome.query.usercoupon.api;

/**
 * Asks for the pieces that a user holds, newest first; answered by {@link UserCoupons}.
 *
 * @param userId the bare id
 * @param before only those issued before this position; {@link Long#MAX_VALUE} for the newest
 * @param limit how many at most, 1 or more
 */
public record FindUserCoupons(String userId, long before, int limit) {}
