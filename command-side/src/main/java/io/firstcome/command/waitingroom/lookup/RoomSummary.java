package io.firstcome.command.waitingroom.lookup;

import io.firstcome.events.waitingroom.RoomTerms;

/**
 * A room as everybody may see it.
 *
 * @param terms how it was set up; capacity, limit and pause may have been changed since
 */
public record RoomSummary(
        RoomTerms terms, Status status, int waiting, int active, int capacity, int admitPerMinute, int admittedTotal) {

    /** Whether people are let in. */
    public enum Status {
        /** Not yet; people may enter. */
        SCHEDULED,
        OPEN,
        /** Not until an operator goes on; people may enter. */
        PAUSED,
        /** Not any more; what it protected is open to all. */
        CLOSED
    }
}
