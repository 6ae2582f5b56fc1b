package io.firstcome.query.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Which events a view is about, and which of them belong together: when one is a dead letter, the later ones of its
 * sequence are too. A sequence is that of the aggregate, unless said otherwise.
 */
public final class ViewEvents implements SequencingPolicy<EventMessage<?>> {

    private final List<String> aggregates;
    private final List<String> replayed;
    private final Map<Class<?>, Function<Object, String>> sequences;

    private ViewEvents(
            List<String> aggregates, List<String> replayed, Map<Class<?>, Function<Object, String>> sequences) {
        this.aggregates = aggregates;
        this.replayed = replayed;
        this.sequences = sequences;
    }

    /**
     * A view of aggregates of these types: their events whose type is not known may matter, so they become dead
     * letters.
     */
    public static ViewEvents of(String... aggregateTypes) {
        return new ViewEvents(List.of(aggregateTypes), List.of(), Map.of());
    }

    /** A rebuild reads the events of aggregates of these types only; unless said, it reads all events. */
    public ViewEvents replaying(String... aggregateTypes) {
        return new ViewEvents(aggregates, List.of(aggregateTypes), sequences);
    }

    /** Events of this type, or of its subtypes, are of another sequence than their aggregate's; one that can't be read is of its own. */
    public <E> ViewEvents sequencedBy(Class<E> type, Function<E, String> sequence) {
        Map<Class<?>, Function<Object, String>> all = new LinkedHashMap<>(sequences);
        all.put(type, event -> sequence.apply(type.cast(event)));
        return new ViewEvents(aggregates, replayed, all);
    }

    List<String> aggregates() {
        return aggregates;
    }

    List<String> replayed() {
        return replayed;
    }

    @Override
    public @Nullable Object getSequenceIdentifierFor(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            return null;
        }
        for (Map.Entry<Class<?>, Function<Object, String>> one : sequences.entrySet()) {
            if (one.getKey().isAssignableFrom(event.getPayloadType())) {
                return sequence(event, one.getValue());
            }
        }
        return event.getAggregateIdentifier();
    }

    private static String sequence(DomainEventMessage<?> event, Function<Object, String> sequence) {
        try {
            return sequence.apply(event.getPayload());
        } catch (RuntimeException e) {
            // It can't be read: it must not hold back everything of its aggregate.
            return event.getAggregateIdentifier() + "@" + event.getSequenceNumber();
        }
    }
}
