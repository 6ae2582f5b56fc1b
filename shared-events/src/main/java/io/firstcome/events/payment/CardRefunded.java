package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The card part of a refund was given back.
 *
 * @param points the part of the refund that is still to be given back as points
 */
@Revision("1")
public record CardRefunded(
        PaymentId paymentId,
        OrderId orderId,
        UserId userId,
        RefundId refundId,
        long amount,
        long points,
        Instant refundedAt)
        implements PaymentEvent, AboutUser {}
