package io.firstcome.query.stock;

import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The reads of tables {@code stock_view} and {@code stock_option_view}: both in one statement, so that they fit. */
@Component
class StockRows {

    private final JdbcTemplate jdbc;
    private final ViewTable<Joined> joined;

    StockRows(ViewFrame frame) {
        this.jdbc = frame.jdbc();
        String stocks = frame.table(StockProjection.STOCKS).name();
        String options = frame.table(StockProjection.OPTIONS).name();
        this.joined = ViewTable.of(stocks + " JOIN " + options + " USING (product_id)", Joined.class);
    }

    /** A row of an option, with what the row of its stock has. */
    private record Joined(StockRow.Option option, long version, long position) {}

    Optional<StockState> find(String productId) {
        return rows(joined.select(jdbc, "product_id = ? ORDER BY place", productId)).stream()
                .map(row -> row.state)
                .findFirst();
    }

    /** The rows of these products, locked until the end of the transaction. */
    List<StockRow> lock(Collection<String> productIds) {
        return rows(joined.selectIn(jdbc, "product_id", productIds, "ORDER BY product_id, place FOR UPDATE"));
    }

    private static List<StockRow> rows(List<Joined> found) {
        return found.stream().collect(Collectors.groupingBy(one -> one.option().productId())).values().stream()
                .map(StockRows::row)
                .toList();
    }

    private static StockRow row(List<Joined> ofOne) {
        Joined first = ofOne.getFirst();
        List<StockState.Option> options =
                ofOne.stream().map(one -> one.option().option()).toList();
        return new StockRow(new StockState(first.option().productId(), options, first.version()), first.position());
    }
}
