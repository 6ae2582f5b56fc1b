package io.firstcome.axon.eventstore;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is committed at the moment of asking, in today's shape. For readers who must know that they have missed nothing: Axon's streams
 * tell what comes next, but not whether there is more.
 */
public final class StoredEvents {

    private static final int AT_A_TIME = 64;
    private static final String ONE = "(aggregate_id = ? AND sequence_number = ?)";

    private final EventRows events;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final JdbcTemplate jdbc;

    public StoredEvents(EventStoreDatabase database, Serializer serializer, EventUpcaster upcasters) {
        this.events = new EventRows(database.dataSource());
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.jdbc = new JdbcTemplate(database.dataSource());
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
        return read(events.between(after, upTo, aggregateTypes, limit));
    }

    /**
     * The events about one user, or caused by them, in commit order.
     *
     * @param after only those behind this position
     * @param limit how many at most
     */
    public List<TrackedEventMessage<?>> ofUser(String userId, long after, int limit) {
        return read(events.ofUser(userId, after, limit));
    }

    private List<TrackedEventMessage<?>> read(List<TrackedDomainEventData<byte[]>> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
    }

    /** The positions of those of these events that are stored. */
    public Map<AggregateVersion, Long> positions(Collection<AggregateVersion> wanted) {
        Map<AggregateVersion, Long> positions = new HashMap<>();
        List<AggregateVersion> all = List.copyOf(wanted);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<AggregateVersion> some = InList.filled(all.subList(from, Math.min(all.size(), from + AT_A_TIME)));
            jdbc.query(
                    "SELECT aggregate_id, sequence_number, position FROM domain_event WHERE "
                            + String.join(" OR ", Collections.nCopies(some.size(), ONE)),
                    row -> {
                        positions.put(new AggregateVersion(row.getString(1), row.getLong(2)), row.getLong(3));
                    },
                    some.stream()
                            .flatMap(one -> Stream.<Object>of(one.aggregateId(), one.version()))
                            .toArray());
        }
        return positions;
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
