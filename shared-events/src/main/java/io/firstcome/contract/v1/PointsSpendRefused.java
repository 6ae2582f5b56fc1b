package io.firstcome.contract.v1;

import java.time.Instant;

/** The wallet holds less than was to be spent. */
public record PointsSpendRefused(
        String userId, String paymentId, String orderId, long amount, long balance, Instant refusedAt)
        implements WalletMessage {}
