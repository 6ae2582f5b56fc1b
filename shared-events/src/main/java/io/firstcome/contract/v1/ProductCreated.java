package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product is in the catalogue.
 *
 * @param price the least price of its options
 * @param images addresses of pictures, perhaps none
 * @param skus its options, one or more
 * @param saleFrom the first instant of the sale; null: at once
 * @param saleUntil the first instant after it; null: no end
 * @param limitPerUser how many pieces one user may have of all options together; null: no limit
 */
public record ProductCreated(
        String productId,
        String name,
        long price,
        @Nullable String category,
        @Nullable String description,
        List<String> images,
        List<Sku> skus,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        @Nullable Integer limitPerUser,
        Instant createdAt)
        implements ProductMessage {}
