package io.firstcome.contract.v1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of the payment, or all of it, was given back.
 *
 * @param refunded all that was given back by now
 * @param whole whether that is all that was paid
 * @param couponId the campaign of the piece that is to be restored, when it is whole; null: none
 * @param couponSerial its piece; null: none
 */
public record PaymentRefunded(
        String paymentId,
        String orderId,
        String userId,
        String refundId,
        long amount,
        long refunded,
        boolean whole,
        @Nullable String couponId,
        @Nullable Integer couponSerial,
        Instant refundedAt)
        implements PaymentMessage {}
