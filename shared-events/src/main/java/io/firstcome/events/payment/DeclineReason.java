package io.firstcome.events.payment;

/** Why a payment was declined. */
public enum DeclineReason {
    /** The wallet has less than is to be paid. */
    INSUFFICIENT_POINTS,
    /** The card was declined. */
    PAYMENT_DECLINED
}
