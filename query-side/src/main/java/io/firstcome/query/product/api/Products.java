package io.firstcome.query.product.api;

import java.util.List;

/**
 * A part of the list of products.
 *
 * @param items in the order that was asked for
 * @param more whether there are more behind them
 */
public record Products(List<ListedProduct> items, boolean more) {

    public Products {
        items = List.copyOf(items);
    }
}
