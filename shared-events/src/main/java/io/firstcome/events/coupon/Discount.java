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

    /**
     * What it takes off an order: for PERCENT rounded down, never more than the order costs.
     *
     * @param orderAmount 0 or more
     */
    public long on(long orderAmount) {
        if (orderAmount < 0) {
            throw new IllegalArgumentException("orderAmount is 0 or more");
        }
        long most = maxAmount == null ? orderAmount : Math.min(maxAmount, orderAmount);
        return switch (type) {
            case FIXED -> Math.min(value, most);
            case PERCENT -> Math.min(percentOf(orderAmount), most);
        };
    }

    /** In two parts, since the whole times a hundred may be more than 64 bits hold. */
    private long percentOf(long orderAmount) {
        return orderAmount / 100 * value + orderAmount % 100 * value / 100;
    }
}
