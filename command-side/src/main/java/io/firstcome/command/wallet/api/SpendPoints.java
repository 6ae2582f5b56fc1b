package io.firstcome.command.wallet.api;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.wallet.WalletId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Pays with points. Emits {@code PointsSpent} or {@code PointsSpendRefused}; said again for the same payment it does nothing.
 *
 * @param amount 1 or more
 */
public record SpendPoints(
        @TargetAggregateIdentifier WalletId walletId,
        UserId userId,
        PaymentId paymentId,
        OrderId orderId,
        long amount,
        Instant at)
        implements WalletCommand {

    public SpendPoints {
        WalletCommand.requireWalletOf(userId, walletId);
        if (amount < 1) {
            throw new IllegalArgumentException("amount is 1 or more");
        }
    }
}
