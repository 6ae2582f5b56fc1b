package io.firstcome.query.product.api;

import io.firstcome.events.product.ProductEvent.ProductCreated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was fixed when a product was created. Instants are cut to microseconds.
 *
 * @param productId the bare id
 * @param price the least price of its options
 * @param options one or more, in their order
 */
public record ProductTerms(
        String productId,
        String name,
        long price,
        @Nullable String category,
        @Nullable String description,
        List<String> images,
        List<ProductOption> options,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        @Nullable Integer limitPerUser,
        Instant createdAt) {

    public ProductTerms {
        images = List.copyOf(images);
        options = List.copyOf(options);
    }

    /** The terms as the event states them. */
    public static ProductTerms of(ProductCreated event) {
        return new ProductTerms(
                event.productId().value(),
                event.name(),
                event.price(),
                event.category(),
                event.description(),
                event.images(),
                event.skus().stream()
                        .map(sku -> new ProductOption(sku.skuId().value(), sku.name(), sku.price()))
                        .toList(),
                micros(event.saleFrom()),
                micros(event.saleUntil()),
                event.limitPerUser(),
                event.createdAt().truncatedTo(ChronoUnit.MICROS));
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether it can be ordered at {@code now}, unless it is withdrawn. */
    public ProductStatus status(Instant now) {
        return statusOf(saleFrom, saleUntil, now);
    }

    /** The status of a product with this window that is not withdrawn. */
    public static ProductStatus statusOf(@Nullable Instant from, @Nullable Instant until, Instant now) {
        if (from != null && now.isBefore(from)) {
            return ProductStatus.SCHEDULED;
        }
        return until == null || now.isBefore(until) ? ProductStatus.ON_SALE : ProductStatus.ENDED;
    }
}
