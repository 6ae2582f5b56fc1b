package io.firstcome.events.stock;

import io.firstcome.events.Ids;

/**
 * One reservation of stock for an order. The first of an order is named like the order; one that is made again after a late approval is not.
 */
public record HoldId(String value) {

    public HoldId {
        Ids.requireValid(value, "holdId");
    }

    @Override
    public String toString() {
        return value;
    }
}
