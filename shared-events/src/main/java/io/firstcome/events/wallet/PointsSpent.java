package io.firstcome.events.wallet;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Points paid an order, or a part of it.
 *
 * @param balance what the wallet holds now
 */
@Revision("1")
public record PointsSpent(
        WalletId walletId,
        UserId userId,
        PaymentId paymentId,
        OrderId orderId,
        long amount,
        long balance,
        Instant spentAt)
        implements WalletEvent, AboutUser {}
