package io.firstcome.events.waitingroom;

import io.firstcome.events.Ids;

/** The list of all rooms and of what they stand in front of. There is one, {@link #ALL}. */
public record RoomDirectoryId(String value) {

    /** The aggregate type, and the part of the stored identifier before the colon. */
    public static final String TYPE = "room-directory";

    /** The list of all rooms. */
    public static final RoomDirectoryId ALL = new RoomDirectoryId("all");

    public RoomDirectoryId {
        Ids.requireValid(value, "directoryId");
    }

    @Override
    public String toString() {
        return TYPE + ":" + value;
    }
}
