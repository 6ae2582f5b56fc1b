package io.firstcome.query.reconciliation.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of discrepancies.
 *
 * @param items oldest first
 * @param next where the next part begins; null: this is the last
 */
public record Discrepancies(
        List<Discrepancy> items, @Nullable DiscrepancyPlace next) {

    public Discrepancies {
        items = List.copyOf(items);
    }
}
