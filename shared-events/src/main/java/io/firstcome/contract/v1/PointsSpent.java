package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * Points paid an order, or a part of it.
 *
 * @param balance what the wallet holds now
 */
public record PointsSpent(String userId, String paymentId, String orderId, long amount, long balance, Instant spentAt)
        implements WalletMessage {}
