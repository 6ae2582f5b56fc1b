package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * A part of the payment, or all that is left, is to be given back. What the buyer said about it stays inside.
 *
 * @param points by points
 * @param card by card
 */
public record PaymentRefundStarted(
        String paymentId, String orderId, String userId, String refundId, long points, long card, Instant startedAt)
        implements PaymentMessage {}
