package io.firstcome.axon.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inserts rows by statements of 128, 64, 32 … and one row, that the database has prepared: a statement that is as long as its
 * batch would be parsed anew each time, which took a seventh of the database's work.
 */
public final class MultiRowInsert {

    /** Sets the parameters of one row, the first of them at {@code index}. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedStatement insert, int index, T row) throws SQLException;
    }

    private static final int LARGEST = 7;

    private final int columns;
    private final List<String> statements;

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
        this.statements = IntStream.rangeClosed(0, LARGEST)
                .mapToObj(power -> "INSERT INTO " + table + " (" + columns + ") VALUES "
                        + String.join(",", Collections.nCopies(1 << power, row)) + after)
                .toList();
    }

    /** Inserts all, in their order. */
    public <T> void insert(Connection connection, List<T> rows, Binder<? super T> binder) throws SQLException {
        int from = 0;
        while (from < rows.size()) {
            int power = Math.min(LARGEST, 31 - Integer.numberOfLeadingZeros(rows.size() - from));
            int to = from + (1 << power);
            try (PreparedStatement insert = connection.prepareStatement(statements.get(power))) {
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
