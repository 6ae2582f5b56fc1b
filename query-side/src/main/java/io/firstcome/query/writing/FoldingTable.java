package io.firstcome.query.writing;

import io.firstcome.axon.processing.Change;
import io.firstcome.axon.processing.ChangeWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    protected abstract K keyOf(C change);

    /** Reads and locks the rows that are there. */
    protected abstract Map<K, R> read(Set<K> keys);

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
        changes.forEach(change -> keys.add(keyOf(change)));
        Map<K, R> rows = new HashMap<>(read(keys));
        Map<K, R> changed = new LinkedHashMap<>();
        for (C change : changes) {
            K key = keyOf(change);
            R row = rows.get(key);
            if (row == null || row.position() < change.origin().position()) {
                R next = apply(row, change);
                rows.put(key, next);
                changed.put(key, next);
            }
        }
        if (!changed.isEmpty()) {
            write(changed.values());
        }
    }

    @Override
    public final void writeOne(C change) {
        writeAll(List.of(change));
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
