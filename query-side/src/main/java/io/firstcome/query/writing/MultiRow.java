package io.firstcome.query.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * One statement for many rows.
 *
 * @param before up to {@code VALUES}
 * @param columns how many values a row has
 * @param after what follows the rows
 */
public record MultiRow(String before, int columns, String after) {

    /**
     * Large batches are written by parts of one length, whose statement the driver knows by then: to read a long statement for its
     * places took a tenth of a view's time.
     */
    private static final int ROWS_AT_A_TIME = 128;

    /** An INSERT of these columns which, where the row is there already, takes over the last {@code changing} of them. */
    public static MultiRow upsert(String table, int changing, String... columns) {
        List<String> assignments = new ArrayList<>();
        for (String column : List.of(columns).subList(columns.length - changing, columns.length)) {
            assignments.add(column + " = VALUES(" + column + ")");
        }
        // Where nothing changes, a row that is there is left as it is.
        String after = changing == 0 ? columns[0] + " = " + columns[0] : String.join(", ", assignments);
        return new MultiRow(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ",
                columns.length,
                " ON DUPLICATE KEY UPDATE " + after);
    }

    /** Writes all rows, in order. */
    public <T> void write(JdbcTemplate jdbc, Collection<T> things, Function<T, @Nullable Object[]> row) {
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
    public static String list(int count) {
        return "?, ".repeat(count - 1) + "?";
    }

    /**
     * Reads rows and locks them until the end of the transaction.
     *
     * @param select up to the column of the key
     * @param key where a row has it
     * @return the rows that are there, by their keys
     */
    public static <R> Map<String, R> lock(
            JdbcTemplate jdbc, String select, Set<String> keys, RowMapper<R> row, Function<R, String> key) {
        Map<String, R> found = new HashMap<>();
        jdbc.query(locking(select, keys), row, keys.toArray()).forEach(one -> found.put(key.apply(one), one));
        return found;
    }

    static String locking(String select, Set<?> keys) {
        return select + " IN (" + list(keys.size()) + ") FOR UPDATE";
    }
}
