package io.firstcome.events.order;

/** Why an order ended before it was sent. */
public enum CancelReason {
    /** The buyer, or an operator for them. */
    ASKED_FOR,
    /** Its payment was declined. */
    PAYMENT_DECLINED
}
