package io.firstcome.query.caching;

import org.jspecify.annotations.Nullable;

/** What one event makes of a state. */
@FunctionalInterface
public interface Fold<S extends Versioned, E> {

    /**
     * The state after the event.
     *
     * @param state null before the first event
     * @param version the event's number in its aggregate
     * @throws RuntimeException when the event cannot follow this state
     */
    S apply(@Nullable S state, E event, long version);
}
