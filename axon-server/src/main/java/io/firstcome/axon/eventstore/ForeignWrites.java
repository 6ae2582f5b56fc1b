package io.firstcome.axon.eventstore;

import java.util.Set;

/**
 * Finds what other nodes have appended, so that a lane decides by the newest state. One for each lane, used by its thread.
 *
 * <p>A decision that writes nothing conflicts with nothing: a rejection or a no-op of an old state would stand. So each attempt begins
 * with {@link #next}.
 */
public interface ForeignWrites {

    /**
     * Returns what others have appended since the last call; whatever is committed when it is called is found.
     *
     * @param locked whether nobody else may append until the current transaction ends
     */
    Found next(boolean locked);

    /** The lane has committed events at these positions itself. */
    void committed(long first, long last);

    /** Nobody knows whether the lane's last commit was made. It may still be, and is then found as if others had made it. */
    void unknownCommit();

    /** The store did not answer. It may come back without its newest events, as a replica may. */
    void storeFailed();

    /**
     * What others have appended.
     *
     * @param any whether it is too much to be listed: any aggregate may have changed
     * @param aggregateIds those that have changed
     */
    record Found(boolean any, Set<String> aggregateIds) {

        public static final Found NOTHING = new Found(false, Set.of());
        static final Found ANYTHING = new Found(true, Set.of());

        public boolean isNothing() {
            return !any && aggregateIds.isEmpty();
        }
    }
}
