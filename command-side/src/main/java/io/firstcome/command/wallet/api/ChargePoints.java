package io.firstcome.command.wallet.api;

import io.firstcome.events.UserId;
import io.firstcome.events.wallet.WalletId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Buys points. Answered with {@code PointsCharged}; refused with {@code CHARGE_LIMIT}.
 *
 * @param amount {@value #MIN_AMOUNT} to {@value #MAX_AMOUNT}
 */
public record ChargePoints(@TargetAggregateIdentifier WalletId walletId, UserId userId, long amount, Instant at)
        implements WalletCommand {

    /** The least and the most that is charged at a time. */
    public static final long MIN_AMOUNT = 1_000;

    public static final long MAX_AMOUNT = 2_000_000;

    /** The most that is charged in one calendar month of UTC. */
    public static final long MAX_PER_MONTH = 10_000_000;

    public ChargePoints {
        WalletCommand.requireWalletOf(userId, walletId);
        if (amount < MIN_AMOUNT || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException("amount is " + MIN_AMOUNT + " to " + MAX_AMOUNT);
        }
    }
}
