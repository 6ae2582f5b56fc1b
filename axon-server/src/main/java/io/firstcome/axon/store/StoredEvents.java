package io.firstcome.axon.store;

import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * What is committed at the moment of asking, in today's shape. For readers who must know that they have missed nothing: Axon's streams
 * tell what comes next, but not whether there is more.
 */
public final class StoredEvents {

    private final EventRows events;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    public StoredEvents(EventStoreDatabase database, Serializer serializer, EventUpcaster upcasters) {
        this.events = new EventRows(database.dataSource());
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * The events of these types of aggregates, in commit order.
     *
     * @param after only those behind this position
     * @param upTo and up to this one, which is stored
     * @param aggregateTypes none: all
     * @param limit how many at most
     */
    public List<TrackedEventMessage<?>> between(long after, long upTo, Collection<String> aggregateTypes, int limit) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        events.between(after, upTo, aggregateTypes, limit).stream(), serializer, upcasters)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
    }

    /**
     * The events of one aggregate, in order.
     *
     * @param from the first sequence number
     * @param limit how many at most
     */
    public List<? extends DomainEventMessage<?>> ofAggregate(String aggregateId, long from, int limit) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        events.ofAggregate(aggregateId, from, limit).stream(), serializer, upcasters)
                .asStream()
                .toList();
    }
}
