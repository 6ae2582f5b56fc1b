package io.firstcome.command.waitingroom.lookup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** An event store in memory that notes what is read of it, and fails when it is told to. */
final class MemoryStore {

    private final Storage storage = new Storage();
    private final EventStore events =
            EmbeddedEventStore.builder().storageEngine(storage).build();
    private final Map<String, Long> sizes = new HashMap<>();

    EventStore events() {
        return events;
    }

    /** Stores the next event of an aggregate. */
    DomainEventMessage<?> append(String type, String aggregateId, Object payload) {
        long number = sizes.merge(aggregateId, 1L, Long::sum) - 1;
        DomainEventMessage<?> event = new GenericDomainEventMessage<>(type, aggregateId, number, payload);
        storage.appendEvents(List.of(event));
        return event;
    }

    /** Which aggregates were read, from which event on: {@code <id>@<number>}. */
    List<String> reads() {
        return storage.reads;
    }

    /** Each reading ends with an exception after so many events. */
    void failAfter(int count) {
        storage.failAfter = count;
    }

    /** Reading goes well again. */
    void recover() {
        storage.failAfter = Integer.MAX_VALUE;
    }

    /** Happens once, when the next reading has begun and nothing is read yet. */
    void duringNextRead(Runnable action) {
        storage.duringNextRead = action;
    }

    private static final class Storage extends InMemoryEventStorageEngine {

        private final List<String> reads = new CopyOnWriteArrayList<>();
        private volatile int failAfter = Integer.MAX_VALUE;
        private volatile Runnable duringNextRead = () -> {};

        @Override
        public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
            reads.add(aggregateIdentifier + "@" + firstSequenceNumber);
            List<? extends DomainEventMessage<?>> found = super.readEvents(aggregateIdentifier, firstSequenceNumber)
                    .asStream()
                    .toList();
            Runnable action = duringNextRead;
            duringNextRead = () -> {};
            action.run();
            int most = failAfter;
            if (most == 0) {
                throw new IllegalStateException("The store does not answer");
            }
            return DomainEventStream.of(found.stream().peek(event -> {
                if (found.indexOf(event) >= most) {
                    throw new IllegalStateException("The store does not answer any more");
                }
            }));
        }
    }
}
