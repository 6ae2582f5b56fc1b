package io.firstcome.contract.v1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order is to be paid.
 *
 * @param amount what is to be paid, after the discount
 * @param discount what the coupon took off
 * @param couponId the campaign of the piece that was redeemed; null: none
 * @param couponSerial its piece; null: none
 * @param points the part of the amount that is paid with points
 * @param card the part that is paid by card
 */
public record PaymentRequested(
        String paymentId,
        String orderId,
        String userId,
        long amount,
        long discount,
        @Nullable String couponId,
        @Nullable Integer couponSerial,
        long points,
        long card,
        Instant requestedAt)
        implements PaymentMessage {}
