package io.firstcome.query.reconciliation.readmodel;

import io.firstcome.query.reconciliation.api.DiscrepancyKind;
import io.firstcome.query.reconciliation.api.DiscrepancyPlace;
import io.firstcome.query.writing.MultiRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The reads of table {@code reconciliation_view}. */
@Component
class ReconciliationRows {

    private static final String SELECT = "SELECT subject, order_id, payment_id, user_id, since, state, position"
            + " FROM reconciliation_view WHERE ";
    private static final String IN_ORDER = " ORDER BY since, subject LIMIT ?";
    private static final String COUNT =
            "SELECT kinds, COUNT(*) FROM reconciliation_view WHERE since <= ? GROUP BY kinds";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    ReconciliationRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks them, by their subjects. */
    Map<String, ReconciliationRow> lock(Set<String> subjects) {
        return MultiRow.lock(jdbc, SELECT + "subject", subjects, ReconciliationRows::row, row -> row.subject);
    }

    /**
     * The rows that are late, the oldest first.
     *
     * @param latest the newest {@code since} that counts
     * @param from the subject of the place is the first; null: from the oldest
     */
    List<ReconciliationRow> late(long latest, @Nullable DiscrepancyPlace from, int limit) {
        if (from == null) {
            return jdbc.query(SELECT + "since <= ?" + IN_ORDER, ReconciliationRows::row, latest, limit);
        }
        return jdbc.query(
                SELECT + "since <= ? AND since >= ? AND (since > ? OR subject >= ?)" + IN_ORDER,
                ReconciliationRows::row,
                latest,
                from.since(),
                from.since(),
                from.subject(),
                limit);
    }

    /** The rows of these subjects that are late. */
    List<ReconciliationRow> ofSubjects(long latest, Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        List<Object> arguments = new ArrayList<>(subjects);
        arguments.addFirst(latest);
        return jdbc.query(
                SELECT + "since <= ? AND subject IN (" + MultiRow.list(subjects.size()) + ")",
                ReconciliationRows::row,
                arguments.toArray());
    }

    /** How many are late, by kind; every kind is there. */
    Map<DiscrepancyKind, Long> count(long latest) {
        Map<DiscrepancyKind, Long> counts = new EnumMap<>(DiscrepancyKind.class);
        for (DiscrepancyKind kind : DiscrepancyKind.values()) {
            counts.put(kind, 0L);
        }
        jdbc.query(
                COUNT,
                row -> {
                    for (String kind : row.getString(1).split(",", -1)) {
                        counts.merge(DiscrepancyKind.valueOf(kind), row.getLong(2), Long::sum);
                    }
                },
                latest);
        return counts;
    }

    private static ReconciliationRow row(ResultSet found, int number) throws SQLException {
        String paymentId = found.getString(3);
        String json = found.getString(6);
        OpenState state =
                paymentId == null ? JSON.readValue(json, OpenOrder.class) : JSON.readValue(json, OpenPayment.class);
        ReconciliationRow row = new ReconciliationRow(found.getString(1), paymentId, found.getString(4), state, true);
        row.orderId = found.getString(2);
        row.since = found.getLong(5);
        row.position = found.getLong(7);
        return row;
    }
}
