package io.firstcome.axon.processors;

import java.util.List;

/**
 * Writes changes to a view's tables, in the current transaction.
 *
 * <p>Both methods ignore what the tables already hold by its position, so that {@link #writeOne} may follow a
 * {@link #writeAll} that failed half-way.
 */
public interface ChangeWriter<C extends Change> {

    /** Writes the changes of a batch, in order, in as few statements as it takes. */
    void writeAll(List<C> changes);

    /** Writes one change. */
    default void writeOne(C change) {
        writeAll(List.of(change));
    }
}
