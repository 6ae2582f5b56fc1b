package io.firstcome.command.coupon.api;

import io.firstcome.events.coupon.CouponId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a campaign for good; issued pieces stay valid. Answered with {@code CouponClosed}. */
public record CloseCoupon(@TargetAggregateIdentifier CouponId couponId, Instant at) implements CouponCommand {}
