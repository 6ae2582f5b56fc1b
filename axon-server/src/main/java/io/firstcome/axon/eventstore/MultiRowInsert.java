package io.firstcome.axon.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Inserts rows by statements of 128, 64, 32 and one to sixteen rows, that the database has prepared: a statement that is as long as
 * its batch, whatever that is, would be parsed anew each time, which took a seventh of the database's work. Up to sixteen rows go in
 * one statement, since a small batch is made of round trips.
 */
public final class MultiRowInsert {

    /** Sets the parameters of one row, the first of them at {@code index}. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedStatement insert, int index, T row) throws SQLException;
    }

    private static final int ANY_SIZE_UP_TO = 16;
    private static final List<Integer> SIZES = IntStream.concat(
                    IntStream.rangeClosed(1, ANY_SIZE_UP_TO), IntStream.of(32, 64, 128))
            .boxed()
            .toList();

    private final int columns;
    private final NavigableMap<Integer, String> statements = new TreeMap<>();

    /**
     * @param table its name
     * @param columns their names, separated by commas
     */
    public MultiRowInsert(String table, String columns) {
        this(table, columns, "");
    }

    /**
     * @param table its name
     * @param columns their names, separated by commas
     * @param after what follows the rows
     */
    public MultiRowInsert(String table, String columns, String after) {
        this.columns = columns.split(",").length;
        String row = "(" + String.join(",", Collections.nCopies(this.columns, "?")) + ")";
        SIZES.forEach(size -> statements.put(
                size,
                "INSERT INTO " + table + " (" + columns + ") VALUES " + String.join(",", Collections.nCopies(size, row))
                        + after));
    }

    /** Inserts all, in their order. */
    public <T> void insert(Connection connection, List<T> rows, Binder<? super T> binder) throws SQLException {
        int from = 0;
        while (from < rows.size()) {
            Map.Entry<Integer, String> statement = Objects.requireNonNull(statements.floorEntry(rows.size() - from));
            int to = from + statement.getKey();
            try (PreparedStatement insert = connection.prepareStatement(statement.getValue())) {
                int index = 1;
                for (T row : rows.subList(from, to)) {
                    binder.bind(insert, index, row);
                    index += columns;
                }
                insert.executeUpdate();
            }
            from = to;
        }
    }
}
