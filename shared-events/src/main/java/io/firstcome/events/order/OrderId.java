package io.firstcome.events.order;

import io.firstcome.events.Ids;

/** An order. {@link #value()} is what the API shows, {@link #toString()} how the event store knows it. */
public record OrderId(String value) {

    /** The aggregate type, and the part of the stored identifier before the colon. */
    public static final String TYPE = "order";

    public OrderId {
        Ids.requireValid(value, "orderId");
    }

    @Override
    public String toString() {
        return TYPE + ":" + value;
    }
}
