package io.firstcome.query.bridge;

import io.firstcome.contract.v1.WalletMessage;
import io.firstcome.events.wallet.WalletEvent;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;

/** From the events of the points of a user to their messages. An event of the family without its case here does not compile. */
final class WalletTranslation {

    private WalletTranslation() {}

    static WalletMessage of(WalletEvent wallet) {
        return switch (wallet) {
            case PointsCharged event -> message(event);
            case PointsSpent event -> message(event);
            case PointsSpendRefused event -> message(event);
            case PointsRefunded event -> message(event);
        };
    }

    private static WalletMessage message(PointsCharged event) {
        return new io.firstcome.contract.v1.PointsCharged(
                event.userId().value(),
                event.amount(),
                event.balance(),
                event.month(),
                event.chargedInMonth(),
                event.chargedAt());
    }

    private static WalletMessage message(PointsSpent event) {
        return new io.firstcome.contract.v1.PointsSpent(
                event.userId().value(),
                event.paymentId().value(),
                event.orderId().value(),
                event.amount(),
                event.balance(),
                event.spentAt());
    }

    private static WalletMessage message(PointsSpendRefused event) {
        return new io.firstcome.contract.v1.PointsSpendRefused(
                event.userId().value(),
                event.paymentId().value(),
                event.orderId().value(),
                event.amount(),
                event.balance(),
                event.refusedAt());
    }

    private static WalletMessage message(PointsRefunded event) {
        return new io.firstcome.contract.v1.PointsRefunded(
                event.userId().value(),
                event.paymentId().value(),
                event.refundId().value(),
                event.amount(),
                event.balance(),
                event.refundedAt());
    }
}
