package io.firstcome.query.points.readmodel;

import io.firstcome.axon.processing.Tables;
import io.firstcome.axon.store.Micros;
import io.firstcome.query.points.readmodel.PointsChange.Moved;
import io.firstcome.query.writing.FoldingTable;
import io.firstcome.query.writing.MultiRow;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The writes to tables {@code wallet_view} and {@code wallet_history_view}: three statements a batch. */
@Component
public class PointsTable extends FoldingTable<String, PointsChange, WalletRow> {

    private static final MultiRow ROWS = MultiRow.upsert("wallet_view", 3, "user_id", "balance", "version", "position");
    private static final MultiRow HISTORY = MultiRow.upsert(
            "wallet_history_view",
            0,
            "user_id",
            "position",
            "type",
            "amount",
            "balance",
            "order_id",
            "payment_id",
            "at");

    private final JdbcTemplate jdbc;

    PointsTable(JdbcTemplate jdbc, PointsRows rows) {
        super(PointsChange::userId, rows::lock);
        this.jdbc = jdbc;
    }

    /** Any event may be the first of a wallet. */
    @Override
    protected WalletRow apply(@Nullable WalletRow row, PointsChange change) {
        WalletRow next = row == null ? new WalletRow(change.userId()) : row;
        next.add(change);
        return next;
    }

    @Override
    protected void write(Collection<WalletRow> changed) {
        HISTORY.write(jdbc, changed.stream().flatMap(row -> row.moves.stream()).toList(), PointsTable::values);
        // Last, because its position says that all of the change is there.
        ROWS.write(jdbc, changed, row -> new @Nullable Object[] {row.userId, row.balance, row.version, row.position});
    }

    private static @Nullable Object[] values(Moved moved) {
        return new @Nullable Object[] {
            moved.userId(),
            moved.origin().position(),
            moved.type().name(),
            moved.amount(),
            moved.balance(),
            moved.orderId(),
            moved.paymentId(),
            Micros.of(moved.at())
        };
    }

    /** Empties the tables, in the transaction that sets the processor back. */
    public void clear() {
        Tables.clear(jdbc, "wallet_history_view");
        Tables.clear(jdbc, "wallet_view");
    }
}
