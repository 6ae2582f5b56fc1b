package io.firstcome.command.order.domain;

/** How far an order is. */
enum Status {
    /** Asked for; nothing is held for all it knows. */
    PENDING,
    /** Held, until it is paid or its time is over. */
    AWAITING_PAYMENT,
    PAID,
    SHIPPED,
    DELIVERED,
    /** Delivered and sent back; outside it is DELIVERED until the money is back. */
    RETURNED,
    /** A line could not be held. */
    REJECTED,
    CANCELLED,
    /** Not paid in time. */
    EXPIRED,
    /** All that was paid is given back. */
    REFUNDED;

    /** Whether it may still be paid, or will be able to. */
    boolean isOpen() {
        return this == PENDING || this == AWAITING_PAYMENT;
    }

    /** Whether it was sent and is not on its way back. */
    boolean isSent() {
        return this == SHIPPED || this == DELIVERED;
    }

    /** Whether all that was paid is owed to the buyer. */
    boolean isUndone() {
        return this == CANCELLED || this == EXPIRED || this == RETURNED;
    }

    /** Whether it was paid in the end, whatever became of it since. */
    boolean isPaidOrLater() {
        return this == PAID || this == SHIPPED || this == DELIVERED || this == RETURNED || this == REFUNDED;
    }
}
