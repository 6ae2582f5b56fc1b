package io.firstcome.command.order.domain;

import io.firstcome.events.payment.RefundId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was asked back of an order's payment, as far as the order has to know.
 *
 * <p>No field is final: a snapshot would be read without it.
 */
final class OrderRefunds {

    /** Of all that were begun by the order itself. */
    private Set<String> begun = new HashSet<>();

    /** The parts of an order that goes on, which were not refused: what is left is less by these. */
    private Map<String, Long> parts = new HashMap<>();

    private Set<String> failed = new HashSet<>();

    /** What the gateway refused to give back of an order that has ended, and was not asked for again. */
    private long owed;

    void beginPart(RefundId id, long amount) {
        begun.add(id.value());
        parts.put(id.value(), amount);
    }

    void beginWhole(RefundId id) {
        begun.add(id.value());
        beginWhole();
    }

    void beginWhole() {
        owed = 0;
    }

    void fail(RefundId id, long amount, boolean isOwed) {
        failed.add(id.value());
        parts.remove(id.value());
        if (isOwed) {
            owed += amount;
        }
    }

    boolean isBegun(RefundId id) {
        return begun.contains(id.value());
    }

    boolean hasFailed(RefundId id) {
        return failed.contains(id.value());
    }

    long inParts() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    long owed() {
        return owed;
    }
}
