package io.firstcome.command.payment.domain;

/** How far a payment is. */
enum Status {
    REQUESTED,
    /** The card gateway did not say how it ended. */
    UNKNOWN,
    APPROVED,
    DECLINED
}
