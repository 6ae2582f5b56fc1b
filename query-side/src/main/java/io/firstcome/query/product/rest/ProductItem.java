package io.firstcome.query.product.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.query.product.api.ListedProduct;
import io.firstcome.query.product.api.ProductStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product in a list.
 *
 * @param price the least price of its options
 * @param image the first of its images
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
                {"productId": "1", "name": "Limited mug", "price": 12000, "category": "kitchen",
                 "image": "https://example.com/mug.jpg", "status": "ON_SALE", "saleFrom": "2026-11-20T09:00:00Z"}""")
record ProductItem(
        String productId,
        String name,
        long price,
        @Nullable String category,
        @Nullable String image,
        ProductStatus status,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil) {

    static ProductItem of(ListedProduct product) {
        return new ProductItem(
                product.place().productId(),
                product.place().name(),
                product.place().price(),
                product.category(),
                product.image(),
                product.status(),
                product.saleFrom(),
                product.saleUntil());
    }
}
