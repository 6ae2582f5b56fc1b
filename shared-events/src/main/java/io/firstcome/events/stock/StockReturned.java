package io.firstcome.events.stock;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Sold pieces came back and are available again. */
@Revision("1")
public record StockReturned(
        StockId stockId, HoldId holdId, OrderId orderId, UserId userId, List<StockLine> lines, Instant returnedAt)
        implements StockEvent, AboutUser {}
