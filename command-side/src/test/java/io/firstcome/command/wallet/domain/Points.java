package io.firstcome.command.wallet.domain;

import io.firstcome.command.wallet.api.WalletCommand.ChargePoints;
import io.firstcome.command.wallet.api.WalletCommand.RefundPoints;
import io.firstcome.command.wallet.api.WalletCommand.SpendPoints;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import io.firstcome.events.wallet.WalletId;
import java.time.Instant;

/** Commands and events of the wallet of user 1. */
final class Points {

    static final UserId USER = new UserId("1");
    static final WalletId ID = WalletId.of(USER);
    static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    static final String MONTH = "2026-11";

    private Points() {}

    static ChargePoints charge(long amount) {
        return charge(amount, NOW);
    }

    static ChargePoints charge(long amount, Instant at) {
        return new ChargePoints(ID, USER, amount, at);
    }

    static PointsCharged charged(long amount, long balance, long inMonth) {
        return charged(amount, balance, MONTH, inMonth, NOW);
    }

    static PointsCharged charged(long amount, long balance, String month, long inMonth, Instant at) {
        return new PointsCharged(ID, USER, amount, balance, month, inMonth, at);
    }

    static SpendPoints spend(String payment, long amount) {
        return new SpendPoints(ID, USER, new PaymentId(payment), orderOf(payment), amount, NOW);
    }

    static PointsSpent spent(String payment, long amount, long balance) {
        return new PointsSpent(ID, USER, new PaymentId(payment), orderOf(payment), amount, balance, NOW);
    }

    static PointsSpendRefused refused(String payment, long amount, long balance) {
        return new PointsSpendRefused(ID, USER, new PaymentId(payment), orderOf(payment), amount, balance, NOW);
    }

    static RefundPoints refund(String payment, String refund, long amount) {
        return new RefundPoints(ID, USER, new PaymentId(payment), new RefundId(refund), amount, NOW);
    }

    static PointsRefunded refunded(String payment, String refund, long amount, long balance) {
        return new PointsRefunded(ID, USER, new PaymentId(payment), new RefundId(refund), amount, balance, NOW);
    }

    private static OrderId orderOf(String payment) {
        return new OrderId("order-of-" + payment);
    }
}
