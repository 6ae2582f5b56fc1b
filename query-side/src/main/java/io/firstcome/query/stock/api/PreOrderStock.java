package io.firstcome.query.stock.api;

import java.time.Instant;

/**
 * What of an option can be pre-ordered, apart from its normal stock.
 *
 * @param from the first instant at which it can be pre-ordered
 * @param until the first instant at which it no longer can
 * @param cancelled whether an operator has ended it; what is pre-ordered stays so
 */
public record PreOrderStock(StockCounts pieces, Instant from, Instant until, boolean cancelled) {}
