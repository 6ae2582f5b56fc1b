package io.firstcome.events.payment;

/** What an order is paid with. */
public enum PaymentMethod {
    /** Points alone. */
    POINT,
    /** A card, and perhaps points. */
    CARD
}
