package io.firstcome.command.process;

import io.firstcome.events.order.OrderEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** What processes look up, in a store that has these {@link ExampleOrder}. */
public final class StoredExampleOrder {

    private StoredExampleOrder() {}

    /** @param events of one order and one payment, each in its order */
    public static PastEvents of(Object... events) {
        InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
        List<DomainEventMessage<?>> ofOrder = new ArrayList<>();
        List<DomainEventMessage<?>> ofPayment = new ArrayList<>();
        for (Object event : events) {
            boolean order = event instanceof OrderEvent;
            List<DomainEventMessage<?>> stream = order ? ofOrder : ofPayment;
            stream.add(new GenericDomainEventMessage<>(
                    order ? "order" : "payment",
                    order ? ExampleOrder.ORDER.toString() : ExampleOrder.PAYMENT.toString(),
                    stream.size(),
                    event));
        }
        engine.appendEvents(ofOrder);
        engine.appendEvents(ofPayment);
        return new PastEvents(EmbeddedEventStore.builder().storageEngine(engine).build());
    }
}
