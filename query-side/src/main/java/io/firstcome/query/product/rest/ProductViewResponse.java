package io.firstcome.query.product.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.query.product.api.ProductOption;
import io.firstcome.query.product.api.ProductStatus;
import io.firstcome.query.product.api.ProductTerms;
import io.firstcome.query.product.api.ProductView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product.
 *
 * @param price the least price of its options
 * @param options what can be ordered of it; a product without options has one, named like the product
 * @param status by the clock, unless it is withdrawn
 * @param version the product's version that this shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
                {"productId": "1", "name": "Limited mug", "price": 12000, "category": "kitchen",
                 "description": "One of 100.", "images": ["https://example.com/mug.jpg"],
                 "options": [{"skuId": "1-red", "name": "Red", "price": 12000},
                 {"skuId": "1-gold", "name": "Gold", "price": 15000}],
                 "saleFrom": "2026-11-20T09:00:00Z", "saleUntil": "2026-11-21T09:00:00Z", "limitPerUser": 2,
                 "status": "ON_SALE", "createdAt": "2026-11-01T09:00:00Z", "version": 0}""")
record ProductViewResponse(
        String productId,
        String name,
        long price,
        @Nullable String category,
        @Nullable String description,
        List<String> images,
        List<Option> options,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        @Nullable Integer limitPerUser,
        ProductStatus status,
        Instant createdAt,
        @Nullable Instant withdrawnAt,
        long version) {

    /** @param name absent for a product without options */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProductOption")
    record Option(String skuId, @Nullable String name, long price) {

        private static Option of(ProductOption option) {
            return new Option(option.skuId(), option.name(), option.price());
        }
    }

    static ProductViewResponse of(ProductView view) {
        ProductTerms terms = view.terms();
        return new ProductViewResponse(
                terms.productId(),
                terms.name(),
                terms.price(),
                terms.category(),
                terms.description(),
                terms.images(),
                terms.options().stream().map(Option::of).toList(),
                terms.saleFrom(),
                terms.saleUntil(),
                terms.limitPerUser(),
                view.status(),
                terms.createdAt(),
                view.withdrawnAt(),
                view.version());
    }
}
