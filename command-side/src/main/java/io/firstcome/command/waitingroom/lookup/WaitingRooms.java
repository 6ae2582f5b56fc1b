package io.firstcome.command.waitingroom.lookup;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.firstcome.axon.tail.Entry;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.axon.tail.TailListener;
import io.firstcome.command.waitingroom.api.RoomsOfItems;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryId;
import io.firstcome.events.waitingroom.RoomEvent;
import io.firstcome.events.waitingroom.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * All waiting rooms, in the memory of each node, so that asking for a place costs nothing.
 *
 * <p>Nothing is decided by it but whether an admission is still good. Stale, it would take an admission whose place has ended a moment ago
 * on another node, or show a place as it was a moment ago; lost, it is read again from the store.
 */
public final class WaitingRooms implements TailListener, RoomsOfItems {

    private static final int MOST = 10_000;

    /** Of a room that nobody asks for any more: an open one is looked at all the time. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    /** It does not ask how far all is told. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final FollowedAggregate<PlannedRooms> directory;
    private final LoadingCache<RoomId, FollowedAggregate<RoomState>> rooms;

    public WaitingRooms(EventStore events, EventTail tail) {
        directory =
                new FollowedAggregate<>(events, RoomDirectoryId.ALL.toString(), PlannedRooms::new, PlannedRooms::on);
        rooms = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(KEPT)
                .build(room -> new FollowedAggregate<>(events, room.toString(), RoomState::new, RoomState::on));
        tail.tell(this);
    }

    /** @throws RuntimeException when the store does not answer and has to be asked, as of all methods here */
    @Override
    public @Nullable RoomId of(ProtectedItem item) {
        return protectedItems().get(item);
    }

    @Override
    public boolean isAny() {
        return !protectedItems().isEmpty();
    }

    private Map<ProtectedItem, RoomId> protectedItems() {
        PlannedRooms current = directory.current();
        return current == null ? directory.read(PlannedRooms::protectedItems) : current.protectedItems();
    }

    /** The rooms that are not closed. */
    public List<RoomId> open() {
        return directory.read(PlannedRooms::open);
    }

    /** Reads something of a room, as this node knows it; empty when it knows no such room. */
    public <R> Optional<R> read(RoomId room, Function<RoomState, @Nullable R> reader) {
        return read(room, -1, reader);
    }

    /**
     * The same of a room as it is after an event that is stored, or later.
     *
     * @param atLeast the number of that event in the room
     */
    public <R> Optional<R> read(RoomId room, long atLeast, Function<RoomState, @Nullable R> reader) {
        return isPlanned(room) ? rooms.get(room).read(atLeast, made(reader)) : Optional.empty();
    }

    /** The same of a room as it is after all that is stored, also on another node a moment ago. Asks the store. */
    public <R> Optional<R> readStored(RoomId room, Function<RoomState, @Nullable R> reader) {
        boolean planned = isPlanned(room) || directory.readStored(list -> list.hasPlanned(room));
        return planned ? rooms.get(room).readStored(made(reader)) : Optional.empty();
    }

    /** The same of a room as this node knows it; only when it knows no such room it asks the store. */
    public <R> Optional<R> find(RoomId room, Function<RoomState, @Nullable R> reader) {
        return read(room, state -> true).isPresent() ? read(room, reader) : readStored(room, reader);
    }

    private static <R> Function<RoomState, Optional<R>> made(Function<RoomState, @Nullable R> reader) {
        return state -> state.exists() ? Optional.ofNullable(reader.apply(state)) : Optional.empty();
    }

    /** The number of the latest event of a room that is known; empty when there is no such room. */
    public Optional<Long> version(RoomId room) {
        return isPlanned(room) ? Optional.of(rooms.get(room).version()) : Optional.empty();
    }

    private boolean isPlanned(RoomId room) {
        return directory.read(list -> list.hasPlanned(room));
    }

    @Override
    public void next(Entry entry) {
        for (EventMessage<?> event : entry.messages()) {
            if (event instanceof DomainEventMessage<?> ofAggregate) {
                tell(ofAggregate);
            }
        }
    }

    private void tell(DomainEventMessage<?> event) {
        switch (event.getType()) {
            case RoomId.TYPE -> {
                FollowedAggregate<RoomState> known = rooms.getIfPresent(((RoomEvent) event.getPayload()).roomId());
                if (known != null) {
                    known.tell(event);
                }
            }
            case RoomDirectoryId.TYPE -> directory.tell(event);
            default -> {
                // Of another aggregate.
            }
        }
    }

    @Override
    public void lost() {
        directory.lost();
        rooms.asMap().values().forEach(FollowedAggregate::lost);
    }

    @Override
    public void complete(long instant) {
        // Nobody here has to know that there is nothing.
    }

    @Override
    public Duration completeWithin() {
        return SELDOM;
    }
}
