package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.stock.HoldId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** The buyer sent a delivered order back: it is to be restocked, and its payment given back. */
@Revision("1")
public record OrderReturned(
        OrderId orderId, UserId userId, PaymentId paymentId, HoldId holdId, List<OrderLine> lines, Instant returnedAt)
        implements OrderEvent, AboutUser {}
