package io.firstcome.query.near;

import io.firstcome.query.asking.NearView;
import io.firstcome.query.reading.Fold;
import io.firstcome.query.reading.Versioned;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What is to be known of a kind of things to keep them in memory.
 *
 * @param view its name, for the metrics
 * @param aggregateType what the identifiers begin with, up to the colon
 * @param events the family of the aggregate's events
 * @param fold what an event makes of a state
 * @param show what a state looks like at an instant
 * @param changesWithTime whether a state looks different by the time alone
 * @param processors those that write what is read: when one of them is rebuilt, all is loaded anew
 */
public record NearKind<S extends Versioned, E, V>(
        String view,
        String aggregateType,
        Class<E> events,
        Fold<S, E> fold,
        BiFunction<S, Instant, NearView<V>> show,
        boolean changesWithTime,
        Set<String> processors) {

    public NearKind {
        processors = Set.copyOf(processors);
    }
}
