package io.firstcome.axon.tail;

import java.util.List;

/** The event store as the tail reads it. */
public interface EntrySource {

    /**
     * The next entries in commit order, without a hole; empty when there is none.
     *
     * @throws RuntimeException when they can't be read, or one is missing
     */
    List<Entry> entriesAfter(long position);

    /** The position of the newest event, 0 when there is none. Every event up to it can be read. */
    long head();

    /** Whether this process appended every event that is stored behind {@code after}. */
    boolean isOnlyOurs(long after);

    /** Told when the store could not be read, or ends before what was seen of it. */
    default void doubt() {}
}
