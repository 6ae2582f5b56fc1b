package io.firstcome.command.waitingroom.lookup;

import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryEvent;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.ProtectionEnded;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.RoomPlanned;
import io.firstcome.events.waitingroom.RoomId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The list of rooms as its events tell. */
final class PlannedRooms {

    /** Read without the lock, too. */
    private final Set<RoomId> everPlanned = ConcurrentHashMap.newKeySet();

    private final Set<RoomId> open = new LinkedHashSet<>();

    /** Replaced, never changed, so that it can be read without the lock. */
    private volatile Map<ProtectedItem, RoomId> protectedItems = Map.of();

    void on(Object event) {
        Map<ProtectedItem, RoomId> items = new HashMap<>(protectedItems);
        switch ((RoomDirectoryEvent) event) {
            case RoomPlanned planned -> {
                everPlanned.add(planned.roomId());
                open.add(planned.roomId());
                planned.terms().protects().forEach(item -> items.put(item, planned.roomId()));
            }
            case ProtectionEnded end -> {
                open.remove(end.roomId());
                items.values().removeIf(end.roomId()::equals);
            }
        }
        protectedItems = Map.copyOf(items);
    }

    Map<ProtectedItem, RoomId> protectedItems() {
        return protectedItems;
    }

    boolean hasPlanned(RoomId room) {
        return everPlanned.contains(room);
    }

    List<RoomId> open() {
        return List.copyOf(open);
    }
}
