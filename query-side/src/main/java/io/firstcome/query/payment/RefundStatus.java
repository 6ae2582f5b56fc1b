package io.firstcome.query.payment;

/** How far a refund is. */
public enum RefundStatus {
    /** To be given back. */
    STARTED,
    /** Given back. */
    REFUNDED,
    /** The card gateway refused it: nothing of it was given back, and an operator has to act. */
    FAILED
}
