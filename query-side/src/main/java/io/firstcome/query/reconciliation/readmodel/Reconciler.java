package io.firstcome.query.reconciliation.readmodel;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.query.consistency.KnownUntil;
import io.firstcome.query.reconciliation.api.Discrepancies;
import io.firstcome.query.reconciliation.api.Discrepancy;
import io.firstcome.query.reconciliation.api.DiscrepancyKind;
import io.firstcome.query.reconciliation.api.DiscrepancyPlace;
import io.firstcome.query.reconciliation.api.FindDiscrepancies;
import io.firstcome.query.reconciliation.api.FindDiscrepancy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what has been open for longer than the grace period.
 *
 * <p>The period ends where the view's knowledge ends, and not now: while the view is behind, or is rebuilt, an order whose
 * next event it has not seen yet is not late.
 */
@Component
class Reconciler {

    /** The processor that writes the table. */
    private static final String PROCESSOR = "reconciliation";

    private final ReconciliationRows rows;
    private final KnownUntil known;
    private final Duration grace;

    Reconciler(ReconciliationRows rows, KnownUntil known, ReconciliationProperties properties) {
        this.rows = rows;
        this.known = known;
        this.grace = properties.grace();
    }

    @QueryHandler
    Discrepancies handle(FindDiscrepancies query) {
        List<Discrepancy> items = new ArrayList<>();
        DiscrepancyPlace last = null;
        // Each row gives at least one, but for the one behind whose last item the part may begin.
        for (ReconciliationRow row : rows.late(latest(), query.after(), query.limit() + 2)) {
            for (DiscrepancyKind kind : row.kinds()) {
                if (isPassed(row, kind, query.after())) {
                    continue;
                }
                if (items.size() == query.limit()) {
                    return new Discrepancies(items, last);
                }
                items.add(row.discrepancy(kind));
                last = new DiscrepancyPlace(row.since, row.subject, kind);
            }
        }
        return new Discrepancies(items, null);
    }

    /** The one that is asked for, if it is listed. */
    @QueryHandler
    @Nullable
    Discrepancy handle(FindDiscrepancy query) {
        return rows.ofSubjects(latest(), query.subjects()).stream()
                .flatMap(row -> row.kinds().stream().map(row::discrepancy))
                .filter(found -> found.id().equals(query.id()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isPassed(ReconciliationRow row, DiscrepancyKind kind, @Nullable DiscrepancyPlace after) {
        return after != null
                && row.since == after.since()
                && row.subject.equals(after.subject())
                && kind.compareTo(after.kind()) <= 0;
    }

    /** How many there are of each kind. */
    Map<DiscrepancyKind, Long> count() {
        return rows.count(latest());
    }

    private long latest() {
        return Micros.of(known.of(PROCESSOR).minus(grace));
    }
}
