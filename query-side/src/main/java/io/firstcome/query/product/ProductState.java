package io.firstcome.query.product;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.query.caching.Versioned;
import io.firstcome.query.product.ProductView.Option;
import io.firstcome.query.product.ProductView.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stored of a product, in MySQL and in Redis alike: exact as of {@code version}. */
record ProductState(Terms terms, @Nullable Instant withdrawnAt, long version) implements Versioned {

    /**
     * What was fixed when the product was created. Instants are cut to microseconds.
     *
     * @param productId the bare id
     * @param price the least price of its options
     * @param options one or more, in their order
     */
    record Terms(
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
            Instant createdAt) {

        Terms {
            images = List.copyOf(images);
            options = List.copyOf(options);
        }

        private static Terms of(ProductCreated event) {
            return new Terms(
                    event.productId().value(),
                    event.name(),
                    event.price(),
                    event.category(),
                    event.description(),
                    event.images(),
                    event.skus().stream()
                            .map(sku -> new Option(sku.skuId().value(), sku.name(), sku.price()))
                            .toList(),
                    micros(event.saleFrom()),
                    micros(event.saleUntil()),
                    event.limitPerUser(),
                    event.createdAt().truncatedTo(ChronoUnit.MICROS));
        }

        private static @Nullable Instant micros(@Nullable Instant instant) {
            return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
        }
    }

    @Override
    public String id() {
        return terms.productId();
    }

    /** The state after an event. */
    static ProductState after(@Nullable ProductState before, ProductEvent event, long version) {
        return switch (event) {
            case ProductCreated created -> new ProductState(Terms.of(created), null, version);
            case ProductWithdrawn withdrawn -> {
                if (before == null) {
                    throw new IllegalStateException(
                            "Product " + withdrawn.productId().value() + " is withdrawn but was never created");
                }
                yield new ProductState(before.terms(), withdrawn.withdrawnAt().truncatedTo(ChronoUnit.MICROS), version);
            }
        };
    }

    ProductView view(Instant now) {
        return new ProductView(
                terms.productId(),
                terms.name(),
                terms.price(),
                terms.category(),
                terms.description(),
                terms.images(),
                terms.options(),
                terms.saleFrom(),
                terms.saleUntil(),
                terms.limitPerUser(),
                withdrawnAt == null ? Status.of(terms.saleFrom(), terms.saleUntil(), now) : Status.WITHDRAWN,
                terms.createdAt(),
                withdrawnAt,
                version);
    }

    /** The next instant at which its status changes by the clock alone; null: never. */
    @Nullable
    Instant nextChange(Instant now) {
        if (withdrawnAt != null) {
            return null;
        }
        Instant from = terms.saleFrom();
        Instant until = terms.saleUntil();
        if (from != null && now.isBefore(from)) {
            return from;
        }
        return until != null && now.isBefore(until) ? until : null;
    }
}
