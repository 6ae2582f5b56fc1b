package io.firstcome.query.payment;

/** What is known of the money. */
public enum PaymentStatus {
    /** Not decided yet. */
    REQUESTED,
    /** The money is there. */
    APPROVED,
    /** There will be none. */
    DECLINED,
    /** The card gateway did not say; it is asked until it does. */
    UNKNOWN,
    PARTIALLY_REFUNDED,
    /** All of it is given back. */
    REFUNDED
}
