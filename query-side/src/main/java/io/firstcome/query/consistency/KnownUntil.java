package io.firstcome.query.consistency;

import java.time.Instant;

/** Tells up to when a view knows what has happened. */
@FunctionalInterface
public interface KnownUntil {

    /** The view of this processor contains every event that was stored before this instant; now, when it contains all. */
    Instant of(String processor);
}
