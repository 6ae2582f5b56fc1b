package io.firstcome.query.product.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product in a list.
 *
 * @param image the first of its images
 * @param place of the product, for the next part of the list
 */
public record ListedProduct(
        @Nullable String category,
        @Nullable String image,
        ProductStatus status,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        ListPlace place) {}
