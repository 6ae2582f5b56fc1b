package io.firstcome.gateway;

/** The states of a payment, by the names of the contract. */
enum Status {
    READY,
    IN_PROGRESS,
    WAITING_FOR_DEPOSIT,
    DONE,
    CANCELED,
    PARTIAL_CANCELED,
    ABORTED,
    EXPIRED;

    /** Whether the buyer or the shop has still something to do. */
    boolean isOpen() {
        return this == READY || this == IN_PROGRESS;
    }

    /** Whether money was taken, even if it was given back. */
    boolean isCaptured() {
        return this == DONE || this == CANCELED || this == PARTIAL_CANCELED;
    }
}
