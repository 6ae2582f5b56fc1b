package io.firstcome.axon.tail;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The newest entries, without a hole. One thread changes it, all read.
 *
 * <p>Those that everybody has read are forgotten, but for some: the collector copies what is young and kept at each of its pauses.
 */
final class EventRingBuffer {

    /** So many that were read are kept: a processor that rolls a batch back reads them again. */
    static final int READ = 1_024;

    private final AtomicReferenceArray<@Nullable Entry> entries;
    private volatile long reach;
    private long forgotten;

    /** @param size how many are kept at most, a power of two */
    EventRingBuffer(int size) {
        this.entries = new AtomicReferenceArray<>(size);
    }

    /** The position of the newest. */
    long reach() {
        return reach;
    }

    /** Keeps it if it is the next. */
    boolean add(Entry entry) {
        if (entry.position() != reach + 1) {
            return false;
        }
        entries.set(slot(entry.position()), entry);
        reach = entry.position();
        return true;
    }

    /** The entry of this position, or null when it is not here yet or no longer. */
    @Nullable
    Entry at(long position) {
        Entry entry = entries.get(slot(position));
        return entry != null && entry.position() == position ? entry : null;
    }

    /** @param positions how far each reader is */
    void forgetRead(LongStream positions) {
        long last = positions.min().orElse(0) - READ;
        for (long at = Math.max(forgotten, reach - entries.length()) + 1; at <= last; at++) {
            entries.setRelease(slot(at), null);
            forgotten = at;
        }
    }

    /** Forgets all; the next has the position behind this one. */
    void restart(long position) {
        // First: nobody is to find an old entry at a position that is to be used again.
        for (int i = 0; i < entries.length(); i++) {
            entries.set(i, null);
        }
        reach = position;
        forgotten = position;
    }

    private int slot(long position) {
        return (int) position & (entries.length() - 1);
    }
}
