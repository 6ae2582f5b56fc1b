package io.firstcome.query.view;

import io.firstcome.axon.processors.EventPosition;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A view whose rows fold events: those of a batch are read and locked once, changed in memory and written once.
 *
 * <p>A row's position says what it contains; an event at or before it is ignored, so that events may come twice.
 *
 * @param <K> the key of a row: one column, or a list of them
 * @param <E> the events of the view
 * @param <R> a row of the main table
 */
public abstract class FoldingProjection<K, E, R extends ViewRow<K>> extends ViewProjection<K, E> {

    private final JdbcTemplate jdbc;
    private final ViewTable<R> rows;
    private final List<ViewTable<?>> beside;

    /**
     * A view of these tables.
     *
     * @param rows the main table
     * @param beside what the rows {@link ViewRow#add}
     */
    protected FoldingProjection(ViewFrame frame, ViewEvents events, ViewTable<R> rows, ViewTable<?>... beside) {
        super(frame, events, Stream.concat(Stream.of(beside), Stream.of(rows)).toArray(ViewTable<?>[]::new));
        this.jdbc = frame.jdbc();
        this.rows = frame.table(rows);
        this.beside = Stream.of(beside).<ViewTable<?>>map(frame::table).toList();
    }

    /**
     * The row with the event.
     *
     * @param row null when there is none yet; it may be changed and returned
     * @throws IllegalStateException when there must be one
     */
    protected abstract R after(@Nullable R row, E event, EventPosition at);

    /** The row of a thing that must have been created before. */
    protected static <R> R existing(@Nullable R row, Object event) {
        if (row == null) {
            throw new IllegalStateException(
                    "It is changed but was never created: " + event.getClass().getSimpleName());
        }
        return row;
    }

    @Override
    protected void write(List<ViewChange<K, E>> changes) {
        Set<K> keys = new LinkedHashSet<>();
        changes.forEach(change -> keys.add(change.key()));
        Map<K, R> found = new HashMap<>();
        lock(keys).forEach(row -> found.put(row.key(), row));
        Set<K> stored = Set.copyOf(found.keySet());
        Map<K, R> changed = new LinkedHashMap<>();
        for (ViewChange<K, E> change : changes) {
            R row = found.get(change.key());
            long position = change.origin().position();
            if (row == null || row.position < position) {
                R next = after(row == null || row.isDone() ? null : row, change.event(), change.origin());
                next.position = position;
                found.put(change.key(), next);
                changed.put(change.key(), next);
            }
        }
        writeRows(changed.values().stream().filter(row -> !row.isDone()).toList());
        rows.delete(
                jdbc,
                columns(changed.values().stream()
                        .filter(ViewRow::isDone)
                        .map(ViewRow::key)
                        .filter(stored::contains)
                        .toList()));
    }

    /**
     * Writes the rows and what is beside them.
     *
     * <p>What has the position is written last: when the database refuses something before it, each change is written
     * alone, and one that seemed to be there already would be left out.
     */
    protected void writeRows(Collection<R> changed) {
        for (ViewTable<?> table : beside) {
            table.writeThose(jdbc, changed.stream().flatMap(row -> row.beside().stream()));
        }
        rows.write(jdbc, changed);
    }

    /** The rows that are there of these keys, locked until the end of the transaction. */
    protected List<R> lock(Collection<K> keys) {
        return rows.lock(jdbc, columns(keys));
    }

    private static List<Object[]> columns(Collection<?> keys) {
        return keys.stream()
                .map(key -> key instanceof List<?> several ? several.toArray() : new Object[] {key})
                .toList();
    }
}
