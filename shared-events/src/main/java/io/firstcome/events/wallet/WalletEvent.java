package io.firstcome.events.wallet;

/** The family of events of one wallet. */
public sealed interface WalletEvent permits PointsCharged, PointsSpent, PointsSpendRefused, PointsRefunded {

    WalletId walletId();
}
