package io.firstcome.events.concert;

import io.firstcome.events.Ids;

/** A concert. {@link #value()} is what the API shows, {@link #toString()} how the event store knows it. */
public record ConcertId(String value) {

    /** The aggregate type, and the part of the stored identifier before the colon. */
    public static final String TYPE = "concert";

    public ConcertId {
        Ids.requireValid(value, "concertId");
    }

    @Override
    public String toString() {
        return TYPE + ":" + value;
    }
}
