package io.firstcome.events.coupon;

import org.jspecify.annotations.Nullable;

/**
 * What a coupon takes off a price.
 *
 * @param type FIXED amount or PERCENT of the order
 * @param value FIXED: 1 or more, in the currency's smallest unit; PERCENT: 1 to 100
 * @param maxAmount PERCENT only: the most it takes off, 1 or more; null for no limit
 */
public record Discount(Type type, long value, @Nullable Long maxAmount) {

    /** How {@link Discount#value()} is meant. */
    public enum Type {
        FIXED,
        PERCENT
    }

    public Discount {
        if (value < 1 || (type == Type.PERCENT && value > 100)) {
            throw new IllegalArgumentException("A FIXED discount is 1 or more, a PERCENT discount 1 to 100");
        }
        if (maxAmount != null && (type == Type.FIXED || maxAmount < 1)) {
            throw new IllegalArgumentException("maxAmount goes with PERCENT and is 1 or more");
        }
    }
}
