package io.firstcome.axon.commandbus;

import io.firstcome.axon.tail.AppendedEvents;
import io.firstcome.axon.tail.EventTail;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store that also tells the command bus which command of a batch published what, and those who follow what was
 * committed.
 */
public final class NotifyingEventStore extends EmbeddedEventStore {

    private final EventTail tail;

    public NotifyingEventStore(Builder builder, EventTail tail) {
        super(builder);
        this.tail = tail;
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> PublishedEvents.of(unitOfWork).record(events));
        super.publish(events);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        tail.committed(AppendedEvents.noted());
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return tail.open(positionOf(token), event -> true, Duration.ZERO);
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
