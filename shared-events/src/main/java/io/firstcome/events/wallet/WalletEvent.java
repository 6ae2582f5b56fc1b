package io.firstcome.events.wallet;

import io.firstcome.events.AboutUser;
import io.firstcome.events.NotPublished;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The family of events of one wallet. */
public sealed interface WalletEvent {

    /** Outsiders know it by its user, whose value it has. */
    @NotPublished
    WalletId walletId();

    /**
     * Points were bought.
     *
     * @param balance what the wallet holds now
     * @param month the calendar month in UTC that the charge counts for, as 2026-11
     * @param chargedInMonth what was charged in it, this charge included
     */
    @Revision("1")
    record PointsCharged(
            WalletId walletId,
            UserId userId,
            long amount,
            long balance,
            String month,
            long chargedInMonth,
            Instant chargedAt)
            implements WalletEvent, AboutUser {}

    /**
     * Points paid an order, or a part of it.
     *
     * @param balance what the wallet holds now
     */
    @Revision("1")
    record PointsSpent(
            WalletId walletId,
            UserId userId,
            PaymentId paymentId,
            OrderId orderId,
            long amount,
            long balance,
            Instant spentAt)
            implements WalletEvent, AboutUser {}

    /** The wallet holds less than was to be spent. The payment must know. */
    @Revision("1")
    record PointsSpendRefused(
            WalletId walletId,
            UserId userId,
            PaymentId paymentId,
            OrderId orderId,
            long amount,
            long balance,
            Instant refusedAt)
            implements WalletEvent, AboutUser {}

    /**
     * Points were given back.
     *
     * @param refundId what they were given back for: a refund, or the end of a declined payment
     * @param balance what the wallet holds now
     */
    @Revision("1")
    record PointsRefunded(
            WalletId walletId,
            UserId userId,
            PaymentId paymentId,
            RefundId refundId,
            long amount,
            long balance,
            Instant refundedAt)
            implements WalletEvent, AboutUser {}
}
