package io.firstcome.query.reconciliation;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.query.consistency.KnownUntil;
import io.firstcome.query.reconciliation.ReconciliationQuery.Discrepancies;
import io.firstcome.query.reconciliation.ReconciliationQuery.FindDiscrepancies;
import io.firstcome.query.reconciliation.ReconciliationQuery.FindDiscrepancy;
import io.firstcome.query.reconciliation.ReconciliationQuery.Place;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds what has been open for longer than the grace period.
 *
 * <p>The period ends where the view's knowledge ends, and not now: while the view is behind, or is rebuilt, an order whose
 * next event it has not seen yet is not late.
 */
@Component
class Reconciler {

    private static final String IN_ORDER = " ORDER BY since, subject LIMIT ?";

    private final JdbcTemplate jdbc;
    private final ViewTable<ReconciliationRow> rows;
    private final KnownUntil known;
    private final Duration grace;

    Reconciler(ViewFrame frame, KnownUntil known, ReconciliationProperties properties) {
        this.jdbc = frame.jdbc();
        this.rows = frame.table(ReconciliationProjection.ROWS);
        this.known = known;
        this.grace = properties.grace();
    }

    @QueryHandler
    Discrepancies handle(FindDiscrepancies query) {
        List<DiscrepancyView> items = new ArrayList<>();
        Place last = null;
        // Each row gives at least one, but for the one behind whose last item the part may begin.
        for (ReconciliationRow row : late(query.after(), query.limit() + 2)) {
            for (DiscrepancyKind kind : row.kinds()) {
                if (isPassed(row, kind, query.after())) {
                    continue;
                }
                if (items.size() == query.limit()) {
                    return new Discrepancies(items, last);
                }
                items.add(row.discrepancy(kind));
                last = new Place(row.since, row.subject, kind);
            }
        }
        return new Discrepancies(items, null);
    }

    /**
     * The rows that are late, the oldest first.
     *
     * @param from the subject of the place is the first; null: from the oldest
     */
    private List<ReconciliationRow> late(@Nullable Place from, int limit) {
        if (from == null) {
            return rows.select(jdbc, "since <= ?" + IN_ORDER, latest(), limit);
        }
        return rows.select(
                jdbc,
                "since <= ? AND since >= ? AND (since > ? OR subject >= ?)" + IN_ORDER,
                latest(),
                from.since(),
                from.since(),
                from.subject(),
                limit);
    }

    private static boolean isPassed(ReconciliationRow row, DiscrepancyKind kind, @Nullable Place after) {
        return after != null
                && row.since == after.since()
                && row.subject.equals(after.subject())
                && kind.compareTo(after.kind()) <= 0;
    }

    /** The one that is asked for, if it is listed. */
    @QueryHandler
    @Nullable
    DiscrepancyView handle(FindDiscrepancy query) {
        long latest = latest();
        return rows.selectIn(jdbc, "subject", query.subjects(), "").stream()
                .filter(row -> row.since <= latest)
                .flatMap(row -> row.kinds().stream().map(row::discrepancy))
                .filter(found -> found.id().equals(query.id()))
                .findFirst()
                .orElse(null);
    }

    /** How many are late, by kind; every kind is there. */
    Map<DiscrepancyKind, Long> count() {
        Map<DiscrepancyKind, Long> counts = new EnumMap<>(DiscrepancyKind.class);
        for (DiscrepancyKind kind : DiscrepancyKind.values()) {
            counts.put(kind, 0L);
        }
        jdbc.query(
                "SELECT kinds, COUNT(*) FROM " + rows.name() + " WHERE since <= ? GROUP BY kinds",
                row -> {
                    for (String kind : row.getString(1).split(",", -1)) {
                        counts.merge(DiscrepancyKind.valueOf(kind), row.getLong(2), Long::sum);
                    }
                },
                latest());
        return counts;
    }

    /** The newest {@code since} that is late. */
    private long latest() {
        return Micros.of(known.of(ReconciliationProjection.GROUP).minus(grace));
    }
}
