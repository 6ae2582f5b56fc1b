package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The money is there. */
@Revision("1")
public record PaymentApproved(
        PaymentId paymentId, OrderId orderId, UserId userId, long amount, long discount, Instant approvedAt)
        implements PaymentEvent, AboutUser {}
