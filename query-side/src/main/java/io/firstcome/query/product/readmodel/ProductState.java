package io.firstcome.query.product.readmodel;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.query.caching.Versioned;
import io.firstcome.query.product.api.ProductStatus;
import io.firstcome.query.product.api.ProductTerms;
import io.firstcome.query.product.api.ProductView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What is stored of a product, in MySQL and in Redis alike: exact as of {@code version}. */
public record ProductState(ProductTerms terms, @Nullable Instant withdrawnAt, long version) implements Versioned {

    @Override
    public String id() {
        return terms.productId();
    }

    /** The state after an event. */
    public static ProductState after(@Nullable ProductState before, ProductEvent event, long version) {
        return switch (event) {
            case ProductCreated created -> new ProductState(ProductTerms.of(created), null, version);
            case ProductWithdrawn withdrawn -> {
                if (before == null) {
                    throw new IllegalStateException("Product " + withdrawn.productId() + " was never created");
                }
                yield new ProductState(before.terms(), withdrawn.withdrawnAt().truncatedTo(ChronoUnit.MICROS), version);
            }
        };
    }

    ProductView view(Instant now) {
        ProductStatus status = withdrawnAt == null ? terms.status(now) : ProductStatus.WITHDRAWN;
        return new ProductView(terms, status, withdrawnAt, version);
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
