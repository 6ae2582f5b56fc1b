package io.firstcome.query.order.api;

import org.jspecify.annotations.Nullable;

/**
 * How far it is that all of what was paid for an order comes back.
 *
 * @param amount STARTED: what is to come back; FAILED: what the card gateway refused, and is owed; REFUNDED: all that was paid
 * @param gatewayCode what the gateway said; null: it has not refused
 */
public record OrderRefund(
        Status status, long amount, @Nullable String gatewayCode) {

    /** Where it stands. */
    public enum Status {
        STARTED,
        FAILED,
        REFUNDED
    }
}
