package io.firstcome.events.coupon;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The campaign ended before its quantity or its window did; nothing is issued any more. Issued pieces stay valid. */
@Revision("1")
public record CouponClosed(CouponId couponId, Instant closedAt) implements CouponEvent {}
