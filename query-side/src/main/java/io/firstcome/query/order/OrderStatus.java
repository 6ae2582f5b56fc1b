package io.firstcome.query.order;

/** How far an order is. */
public enum OrderStatus {
    /** Asked for; its stock is not held yet. */
    PENDING,
    /** Held, until it is paid or its time is over. */
    AWAITING_PAYMENT,
    PAID,
    SHIPPED,
    DELIVERED,
    /** A line could not be held. */
    REJECTED,
    CANCELLED,
    /** Not paid in time. */
    EXPIRED,
    /** All that was paid is given back. */
    REFUNDED
}
