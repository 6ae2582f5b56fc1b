package io.firstcome.events.stock;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A reservation ended: its pieces are available again.
 *
 * @param lines what it held; none when its order ended before this stock was asked, or could answer
 */
@Revision("1")
public record StockReleased(
        StockId stockId, HoldId holdId, OrderId orderId, UserId userId, List<HeldLine> lines, Instant releasedAt)
        implements StockEvent, AboutUser {}
