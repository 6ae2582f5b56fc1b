package io.firstcome.query.product.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the products that are not withdrawn; answered by {@link Products}.
 *
 * @param category only those of exactly this category; null: all
 * @param after only those behind this place of the same order; null: from the beginning
 * @param limit how many at most, 1 or more
 */
public record FindProducts(
        @Nullable String category,
        ProductSort sort,
        @Nullable ListPlace after,
        int limit) {}
