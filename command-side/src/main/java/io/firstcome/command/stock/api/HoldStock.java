package io.firstcome.command.stock.api;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Reserves pieces for an order, all lines or none. Emits {@code StockHeld} or {@code StockHoldRefused}; said again for the
 * same hold, also when it has ended since, it does nothing.
 *
 * @param lines one or more; lines of the same option count together
 */
public record HoldStock(
        @TargetAggregateIdentifier StockId stockId,
        HoldId holdId,
        OrderId orderId,
        UserId userId,
        List<StockLine> lines,
        Instant heldUntil,
        Instant at)
        implements StockCommand {

    public HoldStock {
        lines = List.copyOf(lines);
        StockLines.requireValid(lines);
    }
}
