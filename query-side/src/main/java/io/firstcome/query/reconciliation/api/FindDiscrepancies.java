package io.firstcome.query.reconciliation.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for what has not added up for longer than the grace period, oldest first; answered by {@link Discrepancies}.
 *
 * @param after null: from the oldest
 * @param limit how many at most, 1 or more
 */
public record FindDiscrepancies(@Nullable DiscrepancyPlace after, int limit) {}
