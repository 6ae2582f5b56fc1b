package io.firstcome.events.product;

import io.firstcome.events.Ids;

/**
 * A product of the catalogue. {@link #value()} is what the API shows, {@link #toString()} how the event store knows it.
 */
public record ProductId(String value) {

    /** The aggregate type, and the part of the stored identifier before the colon. */
    public static final String TYPE = "product";

    public ProductId {
        Ids.requireValid(value, "productId");
    }

    @Override
    public String toString() {
        return TYPE + ":" + value;
    }
}
