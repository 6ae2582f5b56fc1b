package io.firstcome.query.reconciliation.readmodel;

import io.firstcome.axon.processors.ViewTables;
import io.firstcome.query.reconciliation.api.DiscrepancyKind;
import io.firstcome.query.writing.FoldingTable;
import io.firstcome.query.writing.MultiRow;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The writes to table {@code reconciliation_view}: three statements a batch. What begins and ends within a batch is never
 * written.
 */
@Component
public class ReconciliationTable extends FoldingTable<String, ReconciliationChange, ReconciliationRow> {

    private static final MultiRow ROWS = MultiRow.upsert(
            "reconciliation_view",
            4,
            "subject",
            "order_id",
            "payment_id",
            "user_id",
            "kinds",
            "since",
            "state",
            "position");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    ReconciliationTable(JdbcTemplate jdbc, ReconciliationRows rows) {
        super(ReconciliationChange::subject, rows::lock);
        this.jdbc = jdbc;
    }

    /** A settled row is as good as none, so that the result does not depend on where a batch ends. */
    @Override
    protected ReconciliationRow apply(@Nullable ReconciliationRow row, ReconciliationChange change) {
        ReconciliationRow open =
                row == null || row.isSettled() ? ReconciliationRow.blank(change, row != null && row.stored) : row;
        open.add(change);
        return open;
    }

    @Override
    protected void write(Collection<ReconciliationRow> changed) {
        ROWS.write(jdbc, changed.stream().filter(row -> !row.isSettled()).toList(), ReconciliationTable::values);
        delete(changed.stream()
                .filter(row -> row.stored && row.isSettled())
                .map(row -> row.subject)
                .toList());
    }

    private void delete(List<String> subjects) {
        if (!subjects.isEmpty()) {
            jdbc.update(
                    "DELETE FROM reconciliation_view WHERE subject IN (" + MultiRow.list(subjects.size()) + ")",
                    subjects.toArray());
        }
    }

    private static @Nullable Object[] values(ReconciliationRow row) {
        return new @Nullable Object[] {
            row.subject,
            row.orderId(),
            row.paymentId,
            row.userId,
            row.kinds().stream().map(DiscrepancyKind::name).collect(Collectors.joining(",")),
            row.since,
            JSON.writeValueAsString(row.state),
            row.position
        };
    }

    /** Empties the table, in the transaction that sets the processor back. */
    public void clear() {
        ViewTables.clear(jdbc, "reconciliation_view");
    }
}
