package io.firstcome.axon.eventstore;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What the lanes of this node share: the id under which it appends, which no other process has, and their doubts about the store. */
final class Writer {

    private volatile long id = newId();
    private final AtomicLong doubts = new AtomicLong();

    private static long newId() {
        return UUID.randomUUID().getMostSignificantBits();
    }

    long id() {
        return id;
    }

    /** Takes another id: what is still on its way under the old one is not ours any more. */
    void renew() {
        id = newId();
    }

    /**
     * The store was away, or ends before what was seen of it. It may have come back without its newest events, and positions may bear
     * other events by now: no lane may believe what it has in memory.
     */
    void doubt() {
        doubts.incrementAndGet();
    }

    /** So many doubts there were. */
    long doubts() {
        return doubts.get();
    }
}
