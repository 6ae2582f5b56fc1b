package io.firstcome.events.stock;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** A reservation was paid: its pieces left the stock. */
@Revision("1")
public record StockSold(
        StockId stockId, HoldId holdId, OrderId orderId, UserId userId, List<HeldLine> lines, Instant soldAt)
        implements StockEvent, AboutUser {}
