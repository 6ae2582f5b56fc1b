package io.firstcome.query.stock.readmodel;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.query.stock.api.OptionStock;
import io.firstcome.query.stock.api.PreOrderStock;
import io.firstcome.query.stock.api.StockCounts;
import io.firstcome.query.writing.MultiRow;
import io.firstcome.query.writing.Positioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The reads of tables {@code stock_view} and {@code stock_option_view}: both in one statement, so that they fit. */
@Component
class StockRows {

    private static final String SELECT =
            "SELECT s.product_id, s.version, s.position, o.sku_id, o.received, o.available,"
                    + " o.held, o.sold, o.pre_order_received, o.pre_order_available, o.pre_order_held, o.pre_order_sold,"
                    + " o.pre_order_from, o.pre_order_until, o.pre_order_cancelled"
                    + " FROM stock_view s JOIN stock_option_view o ON o.product_id = s.product_id WHERE s.product_id ";
    private static final String ORDER = " ORDER BY s.product_id, o.place";

    private final JdbcTemplate jdbc;

    StockRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A state, and the position of the last event that it contains. */
    record Stored(StockState state, long position) implements Positioned {}

    Optional<StockState> find(String productId) {
        return Optional.ofNullable(
                        read(SELECT + "= ?" + ORDER, List.of(productId)).get(productId))
                .map(Stored::state);
    }

    /** The states of these products, locked until the end of the transaction. */
    Map<String, Stored> lock(Collection<String> productIds) {
        return read(SELECT + "IN (" + MultiRow.list(productIds.size()) + ")" + ORDER + " FOR UPDATE", productIds);
    }

    private Map<String, Stored> read(String sql, Collection<String> productIds) {
        Map<String, List<OptionStock>> options = new LinkedHashMap<>();
        Map<String, Stored> found = new LinkedHashMap<>();
        jdbc.query(
                sql,
                row -> {
                    String id = row.getString("product_id");
                    List<OptionStock> all = options.computeIfAbsent(id, absent -> new ArrayList<>());
                    all.add(option(row));
                    found.put(id, new Stored(new StockState(id, all, row.getLong("version")), row.getLong("position")));
                },
                productIds.toArray());
        return found;
    }

    private static OptionStock option(ResultSet row) throws SQLException {
        return new OptionStock(row.getString("sku_id"), pieces(row, ""), preOrder(row));
    }

    private static @Nullable PreOrderStock preOrder(ResultSet row) throws SQLException {
        Long from = row.getObject("pre_order_from", Long.class);
        Long until = row.getObject("pre_order_until", Long.class);
        if (from == null || until == null) {
            return null;
        }
        return new PreOrderStock(
                pieces(row, "pre_order_"),
                Micros.toInstant(from),
                Micros.toInstant(until),
                row.getBoolean("pre_order_cancelled"));
    }

    private static StockCounts pieces(ResultSet row, String prefix) throws SQLException {
        return new StockCounts(
                row.getLong(prefix + "received"),
                row.getLong(prefix + "available"),
                row.getLong(prefix + "held"),
                row.getLong(prefix + "sold"));
    }
}
