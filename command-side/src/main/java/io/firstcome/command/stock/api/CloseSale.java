package io.firstcome.command.stock.api;

import io.firstcome.events.stock.StockId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends the sale. Emits {@code SaleClosed}; said again it does nothing. */
public record CloseSale(@TargetAggregateIdentifier StockId stockId, Instant at) implements StockCommand {}
