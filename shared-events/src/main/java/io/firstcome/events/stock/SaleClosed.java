package io.firstcome.events.stock;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The product is no longer sold. Reservations stay. */
@Revision("1")
public record SaleClosed(StockId stockId, Instant closedAt) implements StockEvent {}
