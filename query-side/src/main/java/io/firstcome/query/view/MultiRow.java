package io.firstcome.query.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One statement for many rows.
 *
 * @param before up to {@code VALUES}
 * @param columns how many values a row has
 * @param after what follows the rows
 */
record MultiRow(String before, int columns, String after) {

    /**
     * Large batches are written by parts of one length, whose statement the driver knows by then: to read a long
     * statement for its places took a tenth of a view's time.
     */
    static final int ROWS_AT_A_TIME = 128;

    /** Writes all rows, in order. */
    <T> void write(JdbcTemplate jdbc, Collection<T> things, Function<T, @Nullable Object[]> row) {
        List<T> all = List.copyOf(things);
        for (int from = 0; from < all.size(); from += ROWS_AT_A_TIME) {
            List<T> part = all.subList(from, Math.min(all.size(), from + ROWS_AT_A_TIME));
            List<@Nullable Object> values = new ArrayList<>(part.size() * columns);
            for (T thing : part) {
                for (Object value : row.apply(thing)) {
                    values.add(value);
                }
            }
            jdbc.update(before + placeholders(part.size()) + after, values.toArray());
        }
    }

    private String placeholders(int rows) {
        String row = "(" + list(columns) + ")";
        return (row + ", ").repeat(rows - 1) + row;
    }

    /** So many placeholders, as in {@code IN (?, ?)}. */
    static String list(int count) {
        return "?, ".repeat(count - 1) + "?";
    }
}
