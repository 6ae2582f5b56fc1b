package io.firstcome.contract.v1;

import java.time.Instant;

/** The product is no longer sold. Reservations stay. */
public record SaleClosed(String productId, Instant closedAt) implements StockMessage {}
