package io.firstcome.axon.commandbus;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What the command being handled has published: how many events, and the aggregate's version after the last. */
final class PublishedEvents {

    private static final String RESOURCE = PublishedEvents.class.getName();

    private int count;
    private @Nullable Long version;

    static PublishedEvents of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, key -> new PublishedEvents());
    }

    void startCommand() {
        count = 0;
        version = null;
    }

    void record(List<? extends EventMessage<?>> events) {
        count += events.size();
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> domainEvent) {
                version = domainEvent.getSequenceNumber();
            }
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    @Nullable
    Long version() {
        return version;
    }
}
