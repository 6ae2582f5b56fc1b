package io.firstcome.query.order.api;

import java.util.List;

/**
 * A part of the list of a user's orders.
 *
 * @param items newest first, without history
 * @param more whether there are older ones
 */
public record Orders(List<OrderView> items, boolean more) {

    public Orders {
        items = List.copyOf(items);
    }
}
