package io.firstcome.events.payment;

import io.firstcome.events.Ids;

/** One refund of a payment, whole or in part. */
public record RefundId(String value) {

    public RefundId {
        Ids.requireValid(value, "refundId");
    }

    @Override
    public String toString() {
        return value;
    }
}
