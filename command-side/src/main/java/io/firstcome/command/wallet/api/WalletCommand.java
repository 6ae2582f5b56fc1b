package io.firstcome.command.wallet.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RefusalCode;
import io.firstcome.events.UserId;
import io.firstcome.events.wallet.WalletId;

/** A command to one wallet. */
public sealed interface WalletCommand extends AggregateCommand permits ChargePoints, SpendPoints, RefundPoints {

    WalletId walletId();

    @Override
    default String aggregateId() {
        return walletId().toString();
    }

    @Override
    default RefusalCode whenUnknown() {
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
}
