package io.firstcome.events.product;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The family of events of one product. */
public sealed interface ProductEvent {

    ProductId productId();

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
    @Revision("1")
    record ProductCreated(
            ProductId productId,
            String name,
            long price,
            @Nullable String category,
            @Nullable String description,
            List<String> images,
            List<SkuTerms> skus,
            @Nullable Instant saleFrom,
            @Nullable Instant saleUntil,
            @Nullable Integer limitPerUser,
            Instant createdAt)
            implements ProductEvent {}

    /** The product is no longer sold. What is held or paid stays so. */
    @Revision("1")
    record ProductWithdrawn(ProductId productId, Instant withdrawnAt) implements ProductEvent {}
}
