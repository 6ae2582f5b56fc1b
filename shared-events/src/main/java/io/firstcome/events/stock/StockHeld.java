package io.firstcome.events.stock;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Pieces are reserved for an order.
 *
 * @param lines one for each option, pre-ordered ones apart
 * @param heldUntil when they are to be free again unless they are paid
 */
@Revision("1")
public record StockHeld(
        StockId stockId,
        HoldId holdId,
        OrderId orderId,
        UserId userId,
        List<HeldLine> lines,
        Instant heldUntil,
        Instant heldAt)
        implements StockEvent, AboutUser {}
