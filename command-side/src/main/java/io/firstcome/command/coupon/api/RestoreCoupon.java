package io.firstcome.command.coupon.api;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives back the piece that was redeemed for a payment, whichever that was. Emits {@code CouponRestored}, which tells it; said again,
 * or when nothing was redeemed for that payment, it does nothing.
 *
 * @param serial the piece as the payment knows it
 */
public record RestoreCoupon(
        @TargetAggregateIdentifier CouponId couponId, UserId userId, int serial, PaymentId paymentId, Instant at)
        implements CouponCommand {}
