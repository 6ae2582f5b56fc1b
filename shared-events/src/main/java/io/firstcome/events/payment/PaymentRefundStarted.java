package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A part of the payment, or all that is left, is to be given back. Of a payment of 0 it is nothing, and {@link PaymentRefunded}
 * follows in the same commit.
 *
 * @param points by points
 * @param card by card
 * @param paymentKey the gateway's name of the payment; null: nothing by card
 */
@Revision("1")
public record PaymentRefundStarted(
        PaymentId paymentId,
        OrderId orderId,
        UserId userId,
        RefundId refundId,
        long points,
        long card,
        @Nullable String paymentKey,
        String reason,
        Instant startedAt)
        implements PaymentEvent, AboutUser {}
