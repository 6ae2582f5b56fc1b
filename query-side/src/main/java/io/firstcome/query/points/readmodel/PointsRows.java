package io.firstcome.query.points.readmodel;

import io.firstcome.axon.store.Micros;
import io.firstcome.query.points.api.PointsEntry;
import io.firstcome.query.points.api.PointsEntryType;
import io.firstcome.query.writing.MultiRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The reads of tables {@code wallet_view} and {@code wallet_history_view}. */
@Component
class PointsRows {

    private static final String SELECT = "SELECT user_id, balance, version, position FROM wallet_view WHERE user_id";
    // Points are given back from a payment; which order it was for, their spending says.
    private static final String HISTORY =
            "SELECT h.type, h.amount, h.balance, COALESCE(h.order_id, (SELECT MAX(s.order_id)"
                    + " FROM wallet_history_view s WHERE s.user_id = h.user_id AND s.payment_id = h.payment_id)),"
                    + " h.payment_id, h.at, h.position FROM wallet_history_view h WHERE h.user_id = ? AND h.position < ?"
                    + " ORDER BY h.position DESC LIMIT ?";

    private final JdbcTemplate jdbc;

    PointsRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WalletRow> find(String userId) {
        return jdbc.query(SELECT + " = ?", PointsRows::row, userId).stream().findFirst();
    }

    /** Locks them, by the ids of their users. */
    Map<String, WalletRow> lock(Set<String> userIds) {
        return MultiRow.lock(jdbc, SELECT, userIds, PointsRows::row, row -> row.userId);
    }

    /** Newest first. */
    List<PointsEntry> history(String userId, long before, int limit) {
        return jdbc.query(HISTORY, PointsRows::entry, userId, before, limit);
    }

    private static PointsEntry entry(ResultSet found, int number) throws SQLException {
        return new PointsEntry(
                PointsEntryType.valueOf(found.getString(1)),
                found.getLong(2),
                found.getLong(3),
                found.getString(4),
                found.getString(5),
                Micros.toInstant(found.getLong(6)),
                found.getLong(7));
    }

    private static WalletRow row(ResultSet found, int number) throws SQLException {
        WalletRow row = new WalletRow(found.getString(1));
        row.balance = found.getLong(2);
        row.version = found.getLong(3);
        row.position = found.getLong(4);
        return row;
    }
}
