package io.firstcome.command.product.api;

import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuTerms;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a product into the catalogue. Answered with {@code ProductCreated}; refused with {@code PRODUCT_EXISTS}.
 *
 * @param skus one or more, of different ids
 * @param limitPerUser 1 or more; null: no limit
 */
public record CreateProduct(
        @TargetAggregateIdentifier ProductId productId,
        String name,
        @Nullable String category,
        @Nullable String description,
        List<String> images,
        List<SkuTerms> skus,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        @Nullable Integer limitPerUser,
        Instant at)
        implements ProductCommand {}
