package io.firstcome.query.payment.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refund of a payment.
 *
 * @param amount by card and by points together
 * @param at when it came to its status
 * @param gatewayCode why the card gateway refused it; null: it did not
 */
public record PaymentRefund(
        String refundId,
        long amount,
        RefundStatus status,
        Instant at,
        @Nullable String gatewayCode) {}
