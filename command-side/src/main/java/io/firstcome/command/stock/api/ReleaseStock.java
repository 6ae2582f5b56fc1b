package io.firstcome.command.stock.api;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a reservation that is not paid. Emits {@code StockReleased}: without lines when the reservation was not asked for yet, which then
 * never holds anything. When it was refused, sold or released before it does nothing.
 */
public record ReleaseStock(
        @TargetAggregateIdentifier StockId stockId, HoldId holdId, OrderId orderId, UserId userId, Instant at)
        implements StockCommand {}
