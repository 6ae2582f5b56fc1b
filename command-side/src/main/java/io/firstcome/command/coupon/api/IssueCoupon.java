package io.firstcome.command.coupon.api;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Tier;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives one piece to a user. Answered with {@code CouponIssued}.
 *
 * @param userTier the user's tier as their token says; null: none
 * @param at when it was asked for; the piece's validity counts from here
 */
public record IssueCoupon(
        @TargetAggregateIdentifier CouponId couponId,
        UserId userId,
        @Nullable Tier userTier,
        Instant at) implements CouponCommand {}
