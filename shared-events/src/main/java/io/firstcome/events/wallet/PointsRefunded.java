package io.firstcome.events.wallet;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Points were given back.
 *
 * @param refundId what they were given back for: a refund, or the end of a declined payment
 * @param balance what the wallet holds now
 */
@Revision("1")
public record PointsRefunded(
        WalletId walletId,
        UserId userId,
        PaymentId paymentId,
        RefundId refundId,
        long amount,
        long balance,
        Instant refundedAt)
        implements WalletEvent, AboutUser {}
