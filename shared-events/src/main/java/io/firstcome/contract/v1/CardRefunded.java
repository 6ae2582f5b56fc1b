package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * The card part of a refund was given back.
 *
 * @param points the part of the refund that is still to be given back as points
 */
public record CardRefunded(
        String paymentId, String orderId, String userId, String refundId, long amount, long points, Instant refundedAt)
        implements PaymentMessage {}
