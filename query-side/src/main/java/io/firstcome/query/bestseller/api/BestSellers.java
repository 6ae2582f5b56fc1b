package io.firstcome.query.bestseller.api;

import java.util.List;

/**
 * Best sellers.
 *
 * @param items the best first
 */
public record BestSellers(List<BestSeller> items) {

    public BestSellers {
        items = List.copyOf(items);
    }
}
