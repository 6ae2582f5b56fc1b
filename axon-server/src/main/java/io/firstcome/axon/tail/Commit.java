package io.firstcome.axon.tail;

import java.util.List;
import java.util.function.Supplier;

/**
 * What was written at once.
 *
 * @param first the position of its first entry
 * @param last the position of its last entry
 * @param entries makes the entries; the tail asks on its own thread, so that nobody waits for it
 * @param writtenAt an instant of {@link System#nanoTime()} between its writing and its commit. From the writing on nobody else could
 *     commit, so what was stored before this instant is in the commit or before it
 */
public record Commit(long first, long last, Supplier<List<Entry>> entries, long writtenAt) {

    /** What has just been written and is not committed yet. */
    public Commit(long first, long last, Supplier<List<Entry>> entries) {
        this(first, last, entries, System.nanoTime());
    }
}
