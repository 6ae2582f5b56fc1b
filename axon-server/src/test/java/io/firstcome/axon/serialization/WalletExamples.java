package io.firstcome.axon.serialization;

import static io.firstcome.axon.serialization.EventExamples.AT;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import io.firstcome.events.wallet.WalletId;
import java.util.List;

/** The examples of the events of a wallet. */
final class WalletExamples {

    static final List<EventExample> ALL = List.of(
            new EventExample(
                    "wallet/PointsCharged-1",
                    new PointsCharged(
                            new WalletId("007"),
                            new UserId("007"),
                            2_000_000,
                            3_000_000_000L,
                            "2026-11",
                            4_000_000,
                            AT)),
            new EventExample(
                    "wallet/PointsSpent-1",
                    new PointsSpent(
                            new WalletId("007"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            new OrderId("o-1"),
                            1_000,
                            2_999_999_000L,
                            AT)),
            new EventExample(
                    "wallet/PointsSpendRefused-1",
                    new PointsSpendRefused(
                            new WalletId("007"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            new OrderId("o-1"),
                            1_000,
                            999,
                            AT)),
            new EventExample(
                    "wallet/PointsRefunded-1",
                    new PointsRefunded(
                            new WalletId("007"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            new RefundId("o-1-cancelled"),
                            1_000,
                            3_000_000_000L,
                            AT)));

    private WalletExamples() {}
}
