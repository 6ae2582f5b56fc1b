package io.firstcome.command.wallet.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;
import io.firstcome.contract.WalletErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.WalletId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command to one wallet. */
public sealed interface WalletCommand extends AggregateCommand {

    WalletId walletId();

    @Override
    default String aggregateId() {
        return walletId().toString();
    }

    @Override
    default RejectionCode whenUnknown() {
        return WalletErrorCode.WALLET_NOT_FOUND;
    }

    /**
     * @throws IllegalArgumentException when the wallet is another user's
     */
    static void requireWalletOf(UserId user, WalletId wallet) {
        if (!wallet.equals(WalletId.of(user))) {
            throw new IllegalArgumentException("The wallet is another user's");
        }
    }

    /**
     * Buys points. Answered with {@code PointsCharged}; refused with {@code CHARGE_LIMIT}.
     *
     * @param amount {@value #MIN_AMOUNT} to {@value #MAX_AMOUNT}
     */
    record ChargePoints(@TargetAggregateIdentifier WalletId walletId, UserId userId, long amount, Instant at)
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

    /**
     * Pays with points. Emits {@code PointsSpent} or {@code PointsSpendRefused}; said again for the same payment it does nothing.
     *
     * @param amount 1 or more
     */
    record SpendPoints(
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

    /**
     * Gives points back. Emits {@code PointsRefunded}; said again for the same refund, or for more than that payment spent, it does nothing.
     *
     * @param amount 1 or more
     */
    record RefundPoints(
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
}
