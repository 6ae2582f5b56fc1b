package io.firstcome.command.stock.api;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes sold pieces back. Emits {@code StockReturned}; said again for the same hold it does nothing. */
public record ReturnStock(
        @TargetAggregateIdentifier StockId stockId,
        HoldId holdId,
        OrderId orderId,
        UserId userId,
        List<StockLine> lines,
        Instant at)
        implements StockCommand {}
