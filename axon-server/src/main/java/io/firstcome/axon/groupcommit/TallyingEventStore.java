package io.firstcome.axon.groupcommit;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Axon's event store that also tells the command bus which command of a batch published what. */
public final class TallyingEventStore extends EmbeddedEventStore {

    public TallyingEventStore(Builder builder) {
        super(builder);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> EventTally.of(unitOfWork).record(events));
        super.publish(events);
    }
}
