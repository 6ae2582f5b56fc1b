package io.firstcome.contract.v1;

/** What has happened to the points of a user: on topic {@code firstcome.wallet}, in order for each user. */
public sealed interface WalletMessage extends Message
        permits PointsCharged, PointsSpent, PointsSpendRefused, PointsRefunded {

    String userId();

    @Override
    default String context() {
        return "wallet";
    }

    @Override
    default String subject() {
        return userId();
    }
}
