package io.firstcome.query.stock.readmodel;

import io.firstcome.axon.processing.ChangeWriter;
import io.firstcome.axon.processing.Tables;
import io.firstcome.axon.store.Micros;
import io.firstcome.query.stock.api.OptionStock;
import io.firstcome.query.stock.api.Pieces;
import io.firstcome.query.stock.api.PreOrderStock;
import io.firstcome.query.stock.readmodel.StockRows.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The writes to tables {@code stock_view} and {@code stock_option_view}: the stocks of a batch are read, folded in memory and
 * written back by three statements, however many events they have.
 *
 * <p>The position of a stock says what its rows contain; a change at or before it is ignored, so that events may come twice. It
 * is written last: a statement that the database refuses leaves the stock as it was.
 */
@Component
public class StockTable implements ChangeWriter<StockChange> {

    private static final String[] NUMBERS = {
        "place",
        "received",
        "available",
        "held",
        "sold",
        "pre_order_received",
        "pre_order_available",
        "pre_order_held",
        "pre_order_sold",
        "pre_order_from",
        "pre_order_until",
        "pre_order_cancelled"
    };
    private static final String OPTIONS =
            "INSERT INTO stock_option_view (product_id, sku_id, " + String.join(", ", NUMBERS) + ") VALUES ";
    private static final String STOCKS = "INSERT INTO stock_view (product_id, version, position) VALUES ";
    /** Statements stay well below the 65,535 parameters that the protocol allows. */
    private static final int ROWS_AT_A_TIME = 1_000;

    private final StockRows rows;
    private final JdbcTemplate jdbc;

    StockTable(StockRows rows, JdbcTemplate jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public void writeAll(List<StockChange> changes) {
        Map<String, List<StockChange>> byProduct = new LinkedHashMap<>();
        changes.forEach(change -> byProduct
                .computeIfAbsent(change.productId(), id -> new ArrayList<>())
                .add(change));
        Map<String, Stored> stored = rows.lock(byProduct.keySet());
        List<Stored> written = new ArrayList<>();
        int options = 0;
        for (Map.Entry<String, List<StockChange>> entry : byProduct.entrySet()) {
            Stored before = stored.get(entry.getKey());
            Stored after = after(before, entry.getValue());
            if (after == null || after.equals(before)) {
                continue;
            }
            if (options + after.state().options().size() > ROWS_AT_A_TIME) {
                write(written);
                written.clear();
                options = 0;
            }
            written.add(after);
            options += after.state().options().size();
        }
        write(written);
    }

    @Override
    public void writeOne(StockChange change) {
        writeAll(List.of(change));
    }

    private static @Nullable Stored after(@Nullable Stored before, List<StockChange> changes) {
        Stored stored = before;
        for (StockChange change : changes) {
            long position = change.origin().position();
            if (stored == null || stored.position() < position) {
                StockState state = stored == null ? null : stored.state();
                stored = new Stored(
                        StockFold.after(state, change.event(), change.origin().version()), position);
            }
        }
        return stored;
    }

    private void write(List<Stored> stocks) {
        if (stocks.isEmpty()) {
            return;
        }
        List<@Nullable Object> options = new ArrayList<>();
        List<Object> headers = new ArrayList<>();
        int count = 0;
        for (Stored stock : stocks) {
            StockState state = stock.state();
            for (int place = 0; place < state.options().size(); place++) {
                addOption(options, state.id(), place, state.options().get(place));
                count++;
            }
            headers.addAll(List.of(state.id(), state.version(), stock.position()));
        }
        jdbc.update(OPTIONS + places(NUMBERS.length + 2, count) + onDuplicate(NUMBERS), options.toArray());
        jdbc.update(STOCKS + places(3, stocks.size()) + onDuplicate("version", "position"), headers.toArray());
    }

    private static void addOption(List<@Nullable Object> row, String productId, int place, OptionStock option) {
        PreOrderStock preOrder = option.preOrder();
        row.add(productId);
        row.add(option.skuId());
        row.add(place);
        addPieces(row, option.pieces());
        addPieces(row, preOrder == null ? Pieces.NONE : preOrder.pieces());
        row.add(preOrder == null ? null : Micros.of(preOrder.from()));
        row.add(preOrder == null ? null : Micros.of(preOrder.until()));
        row.add(preOrder != null && preOrder.cancelled());
    }

    private static void addPieces(List<@Nullable Object> row, Pieces pieces) {
        row.add(pieces.received());
        row.add(pieces.available());
        row.add(pieces.held());
        row.add(pieces.sold());
    }

    private static String places(int columns, int rows) {
        String row = "(" + "?, ".repeat(columns - 1) + "?)";
        return (row + ", ").repeat(rows - 1) + row;
    }

    private static String onDuplicate(String... columns) {
        List<String> assignments = new ArrayList<>();
        for (String column : columns) {
            assignments.add(column + " = VALUES(" + column + ")");
        }
        return " ON DUPLICATE KEY UPDATE " + String.join(", ", assignments);
    }

    /** Empties the tables, in the transaction that sets the processor back. */
    public void clear() {
        Tables.clear(jdbc, "stock_view");
        Tables.clear(jdbc, "stock_option_view");
    }
}
