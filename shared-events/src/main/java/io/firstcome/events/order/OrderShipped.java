package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The order was sent. Status SHIPPED. */
@Revision("1")
public record OrderShipped(OrderId orderId, UserId userId, PaymentId paymentId, Instant shippedAt)
        implements OrderEvent, AboutUser {}
