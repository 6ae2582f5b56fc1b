package io.firstcome.events.waitingroom;

import io.firstcome.events.NotConsumed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The family of events of the list of rooms: no thing has two rooms at a time, no room's id is used twice. */
public sealed interface RoomDirectoryEvent {

    RoomId roomId();

    /** There is to be a room; from now on, what it protects is behind it. */
    @Revision("1")
    record RoomPlanned(RoomId roomId, RoomTerms terms, Instant plannedAt) implements RoomDirectoryEvent {}

    /** A room was closed: what it protected may be behind another one. */
    @Revision("1")
    @NotConsumed("Each node follows the list of rooms on the tail")
    record ProtectionEnded(RoomId roomId, Instant endedAt) implements RoomDirectoryEvent {}
}
