package io.firstcome.command.stock.api;

import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a reservation that is not paid. Emits {@code StockReleased}; when it is not held (any more) it does nothing.
 */
public record ReleaseStock(@TargetAggregateIdentifier StockId stockId, HoldId holdId, Instant at)
        implements StockCommand {}
