package io.firstcome.axon.eventstore;

import java.util.UUID;

/** The id under which this node appends. Another process, and this one after its next start, has another. */
final class Writer {

    private volatile long id = newId();

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
}
