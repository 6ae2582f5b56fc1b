package io.firstcome.events.wallet;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Points were bought.
 *
 * @param balance what the wallet holds now
 * @param month the calendar month in UTC that the charge counts for, as 2026-11
 * @param chargedInMonth what was charged in it, this charge included
 */
@Revision("1")
public record PointsCharged(
        WalletId walletId,
        UserId userId,
        long amount,
        long balance,
        String month,
        long chargedInMonth,
        Instant chargedAt)
        implements WalletEvent, AboutUser {}
