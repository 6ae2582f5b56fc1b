package io.firstcome.events.stock;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** An order asked for pieces and gets none of this product. The order must know. */
@Revision("1")
public record StockHoldRefused(
        StockId stockId, HoldId holdId, OrderId orderId, UserId userId, HoldRefusal reason, Instant refusedAt)
        implements StockEvent, AboutUser {}
