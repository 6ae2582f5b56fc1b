package io.firstcome.events.waitingroom;

import io.firstcome.events.Ids;

/** A waiting room. {@link #value()} is what the API shows, {@link #toString()} how the event store knows it. */
public record RoomId(String value) {

    /** The aggregate type, and the part of the stored identifier before the colon. */
    public static final String TYPE = "waiting-room";

    public RoomId {
        Ids.requireValid(value, "roomId");
    }

    @Override
    public String toString() {
        return TYPE + ":" + value;
    }
}
