package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * Points were given back.
 *
 * @param refundId what they were given back for: a refund, or the end of a declined payment
 * @param balance what the wallet holds now
 */
public record PointsRefunded(
        String userId, String paymentId, String refundId, long amount, long balance, Instant refundedAt)
        implements WalletMessage {}
