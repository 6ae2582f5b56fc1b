package io.firstcome.contract.v1;

import java.time.Instant;

/** A coupon campaign ended before its quantity or its window did. Issued pieces stay valid. */
public record CouponClosed(String couponId, Instant closedAt) implements CouponMessage {}
