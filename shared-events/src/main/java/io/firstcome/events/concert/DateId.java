package io.firstcome.events.concert;

import io.firstcome.events.Ids;

/** One date of a concert. {@link #value()} is what the API shows, {@link #toString()} how the event store knows it. */
public record DateId(String value) {

    /** The aggregate type, and the part of the stored identifier before the colon. */
    public static final String TYPE = "concert-date";

    public DateId {
        Ids.requireValid(value, "dateId");
    }

    @Override
    public String toString() {
        return TYPE + ":" + value;
    }
}
