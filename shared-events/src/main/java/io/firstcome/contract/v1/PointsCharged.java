package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * Points were bought.
 *
 * @param balance what the wallet holds now
 * @param month the calendar month in UTC that the charge counts for, as 2026-11
 * @param chargedInMonth what was charged in it, this charge included
 */
public record PointsCharged(
        String userId, long amount, long balance, String month, long chargedInMonth, Instant chargedAt)
        implements WalletMessage {}
