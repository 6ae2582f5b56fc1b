package io.firstcome.query.bestseller.readmodel;

import io.firstcome.axon.processing.ChangeWriter;
import io.firstcome.axon.processing.Tables;
import io.firstcome.query.bestseller.readmodel.BestSellerChange.Named;
import io.firstcome.query.bestseller.readmodel.BestSellerChange.Sold;
import io.firstcome.query.bestseller.readmodel.BestSellerChange.Withdrawn;
import io.firstcome.query.writing.MultiRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The writes to tables {@code best_seller_day} and {@code best_seller_product}: two statements for each day of a batch,
 * and one for each product that is created or withdrawn in it.
 *
 * <p>A row's position says what it contains; a change at or before it is ignored, so that events may come twice.
 */
@Component
public class BestSellerTable implements ChangeWriter<BestSellerChange> {

    private static final MultiRow ADD = new MultiRow(
            "INSERT INTO best_seller_day (day, product_id, sold, position) VALUES ",
            4,
            " ON DUPLICATE KEY UPDATE sold = sold + VALUES(sold), position = VALUES(position)");

    private final JdbcTemplate jdbc;

    BestSellerTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void writeAll(List<BestSellerChange> changes) {
        Map<Long, List<Sold>> byDay = new TreeMap<>();
        for (BestSellerChange change : changes) {
            switch (change) {
                case Named named -> name(named);
                case Withdrawn withdrawn -> withdraw(withdrawn);
                case Sold sold ->
                    byDay.computeIfAbsent(sold.day(), day -> new ArrayList<>()).add(sold);
            }
        }
        byDay.forEach(this::add);
    }

    @Override
    public void writeOne(BestSellerChange change) {
        writeAll(List.of(change));
    }

    private void name(Named change) {
        jdbc.update(
                "INSERT INTO best_seller_product (product_id, name, withdrawn, position) VALUES (?, ?, 0, ?)"
                        + " ON DUPLICATE KEY UPDATE product_id = product_id",
                change.productId(),
                change.name(),
                change.origin().position());
    }

    private void withdraw(Withdrawn change) {
        long position = change.origin().position();
        jdbc.update(
                "UPDATE best_seller_product SET withdrawn = 1, position = ? WHERE product_id = ? AND position < ?",
                position,
                change.productId(),
                position);
    }

    /** What is new of a product's pieces on a day. */
    private static final class Sum {

        private long pieces;
        private long position;

        private void add(Sold change) {
            pieces += change.pieces();
            position = change.origin().position();
        }
    }

    private void add(long day, List<Sold> changes) {
        Map<String, Long> contained = contained(day, changes);
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (Sold change : changes) {
            if (change.origin().position() > contained.getOrDefault(change.productId(), 0L)) {
                sums.computeIfAbsent(change.productId(), id -> new Sum()).add(change);
            }
        }
        ADD.write(jdbc, sums.entrySet(), sum ->
                new @Nullable Object[] {day, sum.getKey(), sum.getValue().pieces, sum.getValue().position});
    }

    /** Up to which positions the rows of these products contain that day, locked until the end of the transaction. */
    private Map<String, Long> contained(long day, List<Sold> changes) {
        List<String> products = changes.stream().map(Sold::productId).distinct().toList();
        List<Object> parameters = new ArrayList<>(products.size() + 1);
        parameters.add(day);
        parameters.addAll(products);
        Map<String, Long> positions = new HashMap<>();
        jdbc.query(
                "SELECT product_id, position FROM best_seller_day WHERE day = ? AND product_id IN ("
                        + MultiRow.list(products.size()) + ") FOR UPDATE",
                row -> {
                    positions.put(row.getString(1), row.getLong(2));
                },
                parameters.toArray());
        return positions;
    }

    /** Empties the tables, in the transaction that sets the processor back. */
    public void clear() {
        Tables.clear(jdbc, "best_seller_day");
        Tables.clear(jdbc, "best_seller_product");
    }
}
