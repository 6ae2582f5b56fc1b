package io.firstcome.query;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.WalletEvent;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import io.firstcome.events.wallet.WalletId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Makes the events of one user's wallet, in order. */
public final class WalletTestData {

    private final UserId user;
    private final WalletId wallet;
    private long balance;
    private long version;

    public WalletTestData(String userId) {
        user = new UserId(userId);
        wallet = WalletId.of(user);
    }

    public long balance() {
        return balance;
    }

    public DomainEventMessage<?> charged(long amount) {
        balance += amount;
        return message(new PointsCharged(wallet, user, amount, balance, "2026-11", amount, CouponTestData.AT));
    }

    /** For the order of that name and its first payment. */
    public DomainEventMessage<?> spent(String order, long amount) {
        balance -= amount;
        return message(
                new PointsSpent(wallet, user, payment(order), new OrderId(order), amount, balance, CouponTestData.AT));
    }

    public DomainEventMessage<?> spendRefused(String order, long amount) {
        return message(new PointsSpendRefused(
                wallet, user, payment(order), new OrderId(order), amount, balance, CouponTestData.AT));
    }

    public DomainEventMessage<?> refunded(String order, long amount) {
        balance += amount;
        return message(new PointsRefunded(
                wallet,
                user,
                payment(order),
                new RefundId(order + "-r" + version),
                amount,
                balance,
                CouponTestData.AT));
    }

    private static PaymentId payment(String order) {
        return new PaymentId(order + "-p1");
    }

    private DomainEventMessage<?> message(WalletEvent event) {
        return new GenericDomainEventMessage<>(WalletId.TYPE, wallet.toString(), version++, event);
    }
}
