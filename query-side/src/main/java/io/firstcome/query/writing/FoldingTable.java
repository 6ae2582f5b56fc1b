package io.firstcome.query.writing;

import io.firstcome.axon.processors.Change;
import io.firstcome.axon.processors.ChangeWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the changes of a batch to a table: its rows are read once, changed in memory and written once.
 *
 * <p>A row's position says what it contains; a change at or before it is ignored, so that events may come twice. The one
 * processor that writes the table does so in one thread, and the rows are locked.
 *
 * @param <K> the key of a row
 * @param <C> what an event changes
 * @param <R> a row
 */
public abstract class FoldingTable<K, C extends Change, R extends Positioned> implements ChangeWriter<C> {

    private final Function<C, K> key;
    private final Function<Set<K>, Map<K, R>> read;

    /**
     * Writes one table.
     *
     * @param key of the row that a change is about
     * @param read reads and locks the rows that are there
     */
    protected FoldingTable(Function<C, K> key, Function<Set<K>, Map<K, R>> read) {
        this.key = key;
        this.read = read;
    }

    /**
     * The row with the change.
     *
     * @param row null when there is none yet
     * @throws IllegalStateException when there must be one
     */
    protected abstract R apply(@Nullable R row, C change);

    /**
     * Writes the rows that are new or changed.
     *
     * <p>What has the position is written last: when the database refuses something before it, each change is written alone,
     * and one that seemed to be there already would be left out.
     */
    protected abstract void write(Collection<R> rows);

    @Override
    public final void writeAll(List<C> changes) {
        Set<K> keys = new LinkedHashSet<>();
        changes.forEach(change -> keys.add(key.apply(change)));
        Map<K, R> rows = new HashMap<>(read.apply(keys));
        Map<K, R> changed = new LinkedHashMap<>();
        for (C change : changes) {
            K id = key.apply(change);
            R row = rows.get(id);
            if (row == null || row.position() < change.origin().position()) {
                R next = apply(row, change);
                rows.put(id, next);
                changed.put(id, next);
            }
        }
        if (!changed.isEmpty()) {
            write(changed.values());
        }
    }

    /** The row of a thing that must have been created before. */
    protected static <R> R existing(@Nullable R row, Change change) {
        if (row == null) {
            throw new IllegalStateException("It is changed but was never created: "
                    + change.origin().message().getPayloadType().getSimpleName());
        }
        return row;
    }
}
