package io.firstcome.query.stock.readmodel;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.axon.processors.ViewTables;
import io.firstcome.query.stock.api.OptionStock;
import io.firstcome.query.stock.api.PreOrderStock;
import io.firstcome.query.stock.api.StockCounts;
import io.firstcome.query.stock.readmodel.StockRows.Stored;
import io.firstcome.query.writing.FoldingTable;
import io.firstcome.query.writing.MultiRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The writes to tables {@code stock_view} and {@code stock_option_view}: three statements a batch, however many events it has.
 *
 * <p>The position of a stock, which says what all its rows contain, is written after them: when the database refuses one of
 * them, the stock is as it was.
 */
@Component
public class StockTable extends FoldingTable<String, StockChange, Stored> {

    private static final MultiRow OPTIONS = MultiRow.upsert(
            "stock_option_view",
            12,
            "product_id",
            "sku_id",
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
            "pre_order_cancelled");
    private static final MultiRow STOCKS = MultiRow.upsert("stock_view", 2, "product_id", "version", "position");

    /** So many rows go into one statement, so that none of them is written when one of them is refused. */
    private static final int OPTIONS_AT_A_TIME = 500;

    private final JdbcTemplate jdbc;

    StockTable(JdbcTemplate jdbc, StockRows rows) {
        super(StockChange::productId, rows::lock);
        this.jdbc = jdbc;
    }

    @Override
    protected Stored apply(@Nullable Stored row, StockChange change) {
        StockState before = row == null ? null : row.state();
        return new Stored(
                StockFold.after(before, change.event(), change.origin().version()),
                change.origin().position());
    }

    @Override
    protected void write(Collection<Stored> changed) {
        List<Stored> part = new ArrayList<>();
        List<Row> options = new ArrayList<>();
        for (Stored stock : changed) {
            List<Row> more = Row.of(stock.state());
            if (options.size() + more.size() > OPTIONS_AT_A_TIME && !part.isEmpty()) {
                write(options, part);
                options.clear();
                part.clear();
            }
            options.addAll(more);
            part.add(stock);
        }
        write(options, part);
    }

    private void write(List<Row> options, List<Stored> stocks) {
        OPTIONS.write(jdbc, options, Row::values);
        STOCKS.write(jdbc, stocks, stock ->
                new @Nullable Object[] {stock.state().id(), stock.state().version(), stock.position()});
    }

    /** A row of an option. */
    private record Row(String productId, int place, OptionStock option) {

        private static List<Row> of(StockState state) {
            List<Row> rows = new ArrayList<>();
            for (OptionStock option : state.options()) {
                rows.add(new Row(state.id(), rows.size(), option));
            }
            return rows;
        }

        private @Nullable Object[] values() {
            StockCounts pieces = option.pieces();
            PreOrderStock preOrder = option.preOrder();
            StockCounts ordered = preOrder == null ? StockCounts.NONE : preOrder.pieces();
            return new @Nullable Object[] {
                productId,
                option.skuId(),
                place,
                pieces.received(),
                pieces.available(),
                pieces.held(),
                pieces.sold(),
                ordered.received(),
                ordered.available(),
                ordered.held(),
                ordered.sold(),
                preOrder == null ? null : Micros.of(preOrder.from()),
                preOrder == null ? null : Micros.of(preOrder.until()),
                preOrder != null && preOrder.cancelled()
            };
        }
    }

    /** Empties the tables, in the transaction that sets the processor back. */
    public void clear() {
        ViewTables.clear(jdbc, "stock_view");
        ViewTables.clear(jdbc, "stock_option_view");
    }
}
