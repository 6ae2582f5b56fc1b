package io.firstcome.command.stock.api;

import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Turns a reservation into a sale. Emits {@code StockSold}; when it is not held (any more) it does nothing. */
public record SellStock(@TargetAggregateIdentifier StockId stockId, HoldId holdId, Instant at)
        implements StockCommand {}
