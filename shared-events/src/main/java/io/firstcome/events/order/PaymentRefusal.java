package io.firstcome.events.order;

/** Why a payment did not begin, though the order waits for one. */
public enum PaymentRefusal {
    /** The coupon is not the user's, is used, has expired or asks for a larger order. */
    COUPON_NOT_APPLICABLE
}
