package io.firstcome.command.waitingroom.api;

import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomId;
import org.jspecify.annotations.Nullable;

/** Which room stands in front of what. */
public interface RoomsOfItems {

    /** The room in front of {@code item}; null: none, it is open to all. */
    @Nullable
    RoomId of(ProtectedItem item);

    /** Whether there is any room in front of anything. */
    boolean isAny();
}
