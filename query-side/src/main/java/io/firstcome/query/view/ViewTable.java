package io.firstcome.query.view;

import io.firstcome.axon.processors.ViewTables;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * A table of a view. Its columns are the fields of its row's class, by their names in snake case; the first ones are
 * its key. A field that is a record stands for the columns of that record. An instant is stored in microseconds, an enum
 * by its name, a list as JSON. Transient fields are no columns.
 *
 * @param <R> a row: a record, or a class with a constructor without parameters whose fields are not final
 */
public final class ViewTable<R> {

    /** Of many rows, so many are written by one statement. */
    public static final int ROWS_OF_A_STATEMENT = MultiRow.ROWS_AT_A_TIME;

    private final Class<R> row;
    private final String name;
    private final Columns<R> columns;
    private final List<String> key;
    /** What becomes of the columns of a row that is there already, when it is written again. */
    private final Map<String, String> updates;

    private final String select;
    private final MultiRow upsert;

    private ViewTable(Class<R> row, String name, Columns<R> columns, List<String> key, Map<String, String> updates) {
        this.row = row;
        this.name = name;
        this.columns = columns;
        this.key = key;
        this.updates = updates;
        String all = String.join(", ", columns.names());
        // Where nothing changes, a row that is there is left as it is.
        String update =
                updates.isEmpty() ? key.getFirst() + " = " + key.getFirst() : String.join(", ", updates.values());
        this.select = "SELECT " + all + " FROM " + name + " WHERE ";
        this.upsert = new MultiRow(
                "INSERT INTO " + name + " (" + all + ") VALUES ",
                columns.names().size(),
                " ON DUPLICATE KEY UPDATE " + update);
    }

    /** A table whose first column is its key; all others take over what is written last. */
    public static <R> ViewTable<R> of(String name, Class<R> row) {
        Columns<R> columns = new Columns<>(row);
        Map<String, String> updates = new LinkedHashMap<>();
        columns.names().forEach(column -> updates.put(column, column + " = VALUES(" + column + ")"));
        return new ViewTable<>(row, name, columns, columns.names(), updates).keyedBy(1);
    }

    /** Its first columns, as many as this, are its key. */
    public ViewTable<R> keyedBy(int count) {
        List<String> first = columns.names().subList(0, count);
        return new ViewTable<>(row, name, columns, first, with(all -> first.forEach(all::remove)));
    }

    /** These columns keep what was written first. */
    public ViewTable<R> fixed(String... fixed) {
        return new ViewTable<>(
                row, name, columns, key, with(all -> List.of(fixed).forEach(all::remove)));
    }

    /** A row that is there already stays as it is. */
    public ViewTable<R> insertOnly() {
        return new ViewTable<>(row, name, columns, key, Map.of());
    }

    /** What is written is added to what this column has. */
    public ViewTable<R> adding(String column) {
        String sum = column + " = " + column + " + VALUES(" + column + ")";
        return new ViewTable<>(row, name, columns, key, with(all -> all.put(column, sum)));
    }

    /** The same table of another generation of its view: its name ends with {@code suffix}. */
    ViewTable<R> suffixed(String suffix) {
        return suffix.isEmpty() ? this : new ViewTable<>(row, name + suffix, columns, key, updates);
    }

    private Map<String, String> with(Consumer<Map<String, String>> change) {
        Map<String, String> all = new LinkedHashMap<>(updates);
        change.accept(all);
        return all;
    }

    /** Its name in the database, for statements that this class doesn't have. */
    public String name() {
        return name;
    }

    /** The names of its columns, for statements that this class doesn't have. */
    public String columns() {
        return String.join(", ", columns.names());
    }

    /** Makes rows of what a statement finds, which must have all columns by their names. */
    public RowMapper<R> mapper() {
        return columns;
    }

    /** The row of this key. */
    public Optional<R> find(JdbcTemplate jdbc, Object... keys) {
        return select(jdbc, String.join(" = ? AND ", key) + " = ?", keys).stream()
                .findFirst();
    }

    /** @param where what follows {@code WHERE} */
    public List<R> select(JdbcTemplate jdbc, String where, Object... values) {
        return jdbc.query(select + where, columns, values);
    }

    /** The rows that have one of these values in a column. */
    public List<R> selectIn(JdbcTemplate jdbc, String column, Collection<?> values, String order) {
        return values.isEmpty()
                ? List.of()
                : select(jdbc, column + " IN (" + MultiRow.list(values.size()) + ") " + order, values.toArray());
    }

    /**
     * Reads rows and locks them until the end of the transaction.
     *
     * @param keys each with a value for each column of the key
     */
    public List<R> lock(JdbcTemplate jdbc, Collection<Object[]> keys) {
        return select(jdbc, isOneOf(keys) + " FOR UPDATE", flat(keys));
    }

    private String isOneOf(Collection<Object[]> keys) {
        return key.size() == 1
                ? key.getFirst() + " IN (" + MultiRow.list(keys.size()) + ")"
                : String.join(" OR ", Collections.nCopies(keys.size(), "(" + String.join(" = ? AND ", key) + " = ?)"));
    }

    private static Object[] flat(Collection<Object[]> keys) {
        return keys.stream().flatMap(Arrays::stream).toArray();
    }

    /** Writes all rows, in order. */
    public void write(JdbcTemplate jdbc, Collection<R> rows) {
        upsert.write(jdbc, rows, columns::values);
    }

    /** Writes those that are rows of this table, in order. */
    void writeThose(JdbcTemplate jdbc, Stream<?> rows) {
        write(jdbc, rows.filter(row::isInstance).map(row::cast).toList());
    }

    /** Deletes the rows of these keys. */
    void delete(JdbcTemplate jdbc, Collection<Object[]> keys) {
        if (!keys.isEmpty()) {
            jdbc.update("DELETE FROM " + name + " WHERE " + isOneOf(keys), flat(keys));
        }
    }

    /** Empties it, in the current transaction. */
    void clear(JdbcTemplate jdbc) {
        ViewTables.clear(jdbc, name);
    }
}
