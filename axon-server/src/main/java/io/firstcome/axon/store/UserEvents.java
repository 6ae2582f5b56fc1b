package io.firstcome.axon.store;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * What is stored of one aggregate about one user, as it is committed at the moment of asking. For look-ups of the command side, which
 * must not wait for a view.
 *
 * <p>It reads all stored events about the user by their index: its cost grows with them, not with the aggregate's.
 */
public final class UserEvents {

    private final EventRows events;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    public UserEvents(EventStoreDatabase database, Serializer serializer, EventUpcaster upcasters) {
        this.events = new EventRows(database.dataSource());
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** The events of the aggregate about the user, in commit order, in today's shape. */
    public List<? extends DomainEventMessage<?>> of(String userId, String aggregateId) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        events.ofUser(userId, aggregateId).stream(), serializer, upcasters)
                .asStream()
                .toList();
    }
}
