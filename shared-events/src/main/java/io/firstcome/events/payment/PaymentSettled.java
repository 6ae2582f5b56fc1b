package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The order was sent: from now on the buyer alone cannot take the money back. */
@Revision("1")
public record PaymentSettled(PaymentId paymentId, OrderId orderId, UserId userId, Instant settledAt)
        implements PaymentEvent, AboutUser {}
