package io.firstcome.events.payment;

import io.firstcome.events.Ids;

/**
 * One attempt to pay an order. {@link #value()} is what the API shows, {@link #toString()} how the event store knows it.
 */
public record PaymentId(String value) {

    /** The aggregate type, and the part of the stored identifier before the colon. */
    public static final String TYPE = "payment";

    public PaymentId {
        Ids.requireValid(value, "paymentId");
    }

    @Override
    public String toString() {
        return TYPE + ":" + value;
    }
}
