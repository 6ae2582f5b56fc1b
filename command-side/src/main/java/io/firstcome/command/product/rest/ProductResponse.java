package io.firstcome.command.product.rest;

import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.SkuTerms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as it was created.
 *
 * @param price the least price of its options
 * @param stock of all options together
 */
@Schema(example = """
                {"productId": "mug-1", "name": "Mug", "price": 12000, "stock": 100, "category": "kitchen", "images": [],
                 "options": [{"skuId": "mug-1", "price": 12000, "stock": 100}],
                 "limitPerUser": 2, "createdAt": "2026-11-20T09:00:00Z"}""")
record ProductResponse(
        String productId,
        String name,
        long price,
        long stock,
        @Nullable String category,
        @Nullable String description,
        List<String> images,
        List<OptionResponse> options,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        @Nullable Integer limitPerUser,
        Instant createdAt) {

    /** @param name absent for a product without options, which has one, named like the product */
    record OptionResponse(String skuId, @Nullable String name, long price, int stock) {

        private static OptionResponse of(SkuTerms sku) {
            return new OptionResponse(sku.skuId().value(), sku.name(), sku.price(), sku.quantity());
        }
    }

    static ProductResponse of(ProductCreated event) {
        return new ProductResponse(
                event.productId().value(),
                event.name(),
                event.price(),
                event.skus().stream().mapToLong(SkuTerms::quantity).sum(),
                event.category(),
                event.description(),
                event.images(),
                event.skus().stream().map(OptionResponse::of).toList(),
                event.saleFrom(),
                event.saleUntil(),
                event.limitPerUser(),
                event.createdAt());
    }
}
