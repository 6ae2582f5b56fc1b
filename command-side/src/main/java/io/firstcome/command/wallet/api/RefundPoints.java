package io.firstcome.command.wallet.api;

import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.WalletId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives points back. Emits {@code PointsRefunded}; said again for the same refund, or for more than that payment spent, it does nothing.
 *
 * @param amount 1 or more
 */
public record RefundPoints(
        @TargetAggregateIdentifier WalletId walletId,
        UserId userId,
        PaymentId paymentId,
        RefundId refundId,
        long amount,
        Instant at)
        implements WalletCommand {

    public RefundPoints {
        WalletCommand.requireWalletOf(userId, walletId);
        if (amount < 1) {
            throw new IllegalArgumentException("amount is 1 or more");
        }
    }
}
