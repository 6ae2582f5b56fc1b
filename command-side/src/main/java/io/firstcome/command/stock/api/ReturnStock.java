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
 * Takes sold pieces back. Emits {@code StockReturned}; said again for the same hold it does nothing, nor for one that held
 * nothing. A hold that is not sold yet is released: {@code StockReleased}.
 *
 * @param lines one or more, those that were sold
 */
public record ReturnStock(
        @TargetAggregateIdentifier StockId stockId,
        HoldId holdId,
        OrderId orderId,
        UserId userId,
        List<StockLine> lines,
        Instant at)
        implements StockCommand {

    public ReturnStock {
        lines = List.copyOf(lines);
        StockLines.requireValid(lines);
    }
}
