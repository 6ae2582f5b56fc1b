package io.firstcome.command.waitingroom.lookup;

import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.firstcome.axon.tail.Entry;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.events.waitingroom.RoomDirectoryEvent;
import io.firstcome.events.waitingroom.RoomDirectoryId;
import io.firstcome.events.waitingroom.RoomEvent;
import io.firstcome.events.waitingroom.RoomId;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** Waiting rooms over a store in memory, with a tail that tells when the test says so. */
public final class MemoryRooms {

    private final MemoryStore store = new MemoryStore();
    private final WaitingRooms rooms = new WaitingRooms(store.events(), mock(EventTail.class));
    private long position;

    /** The rooms as a node has them. */
    public WaitingRooms rooms() {
        return rooms;
    }

    /** These are stored, and the tail has told them. */
    public void happened(Object... events) {
        for (Object event : events) {
            rooms.next(stored(event));
        }
    }

    /** The store is away, and it is not known whether something was stored. */
    public void fail() {
        rooms.lost();
        failReads();
    }

    /** The store is away; all that was stored is told. */
    void failReads() {
        store.failAfter(0);
    }

    /** The store is there again, and is asked again. */
    public void recover() {
        store.recover();
        await().ignoreExceptions().until(() -> !rooms.open().isEmpty());
    }

    /** It is stored, and nobody has told it. */
    Entry stored(Object event) {
        DomainEventMessage<?> message =
                switch (event) {
                    case RoomEvent ofRoom ->
                        store.append(RoomId.TYPE, ofRoom.roomId().toString(), event);
                    case RoomDirectoryEvent ofDirectory ->
                        store.append(RoomDirectoryId.TYPE, RoomDirectoryId.ALL.toString(), ofDirectory);
                    default -> store.append("tea", "tea:1", event);
                };
        position++;
        return new Entry(
                position,
                List.of(new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), message)));
    }

    /** As in {@link MemoryStore#reads}. */
    List<String> reads() {
        return store.reads();
    }
}
