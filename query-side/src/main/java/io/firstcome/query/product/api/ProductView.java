package io.firstcome.query.product.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product as the world sees it, true as of {@code version}.
 *
 * @param status derived from the clock, unless it is withdrawn
 * @param version the sequence number of the last event that it contains
 */
public record ProductView(
        ProductTerms terms, ProductStatus status, @Nullable Instant withdrawnAt, long version) {}
