package io.firstcome.query.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a view's main table, that folds the events of its key.
 *
 * @param <K> the key: one column, or a list of them
 */
public abstract class ViewRow<K> {

    /** The place in commit order of the last event that it contains: the frame sets it, where a row folds events. */
    protected long position;

    private final transient List<Object> beside = new ArrayList<>();

    /** Its key. */
    protected abstract K key();

    /** Whether nothing is left to be known of it: it is then deleted, and the next event finds none. */
    protected boolean isDone() {
        return false;
    }

    /** Adds a row to another table of the view, which is written before this one: that of the row's class. */
    protected final void add(Object row) {
        beside.add(row);
    }

    /** The rows of other tables of the view that are to be written with this one. */
    protected List<?> beside() {
        return beside;
    }
}
