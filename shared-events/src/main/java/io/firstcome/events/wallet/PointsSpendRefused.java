package io.firstcome.events.wallet;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The wallet holds less than was to be spent. The payment must know. */
@Revision("1")
public record PointsSpendRefused(
        WalletId walletId,
        UserId userId,
        PaymentId paymentId,
        OrderId orderId,
        long amount,
        long balance,
        Instant refusedAt)
        implements WalletEvent, AboutUser {}
