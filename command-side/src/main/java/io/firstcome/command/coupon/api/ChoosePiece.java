package io.firstcome.command.coupon.api;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks which piece of a user would be redeemed at {@code at}. Answered with a {@code CouponPiece}, or with null when the user has none
 * that is unused and valid. It changes nothing: who is answered the same at the same time gets another piece when it is redeemed.
 */
public record ChoosePiece(@TargetAggregateIdentifier CouponId couponId, UserId userId, Instant at)
        implements CouponCommand {}
