package io.firstcome.query.near;

import io.firstcome.axon.store.StoredEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/** The event store of this system. */
@Component
class StoredSource implements NearSource {

    private final StoredEvents stored;

    StoredSource(StoredEvents stored) {
        this.stored = stored;
    }

    @Override
    public long head() {
        return stored.head();
    }

    @Override
    public Part between(long after, long upTo, Collection<String> aggregateTypes, int limit) {
        List<TrackedEventMessage<?>> found = stored.between(after, upTo, aggregateTypes, limit);
        List<DomainEventMessage<?>> events = new ArrayList<>(found.size());
        for (TrackedEventMessage<?> event : found) {
            if (event instanceof DomainEventMessage<?> domainEvent) {
                events.add(domainEvent);
            }
        }
        boolean complete = found.size() < limit;
        return new Part(
                events,
                complete ? upTo : found.getLast().trackingToken().position().orElseThrow());
    }

    @Override
    public List<? extends DomainEventMessage<?>> ofAggregate(String aggregateId, long from, int limit) {
        return stored.ofAggregate(aggregateId, from, limit);
    }
}
