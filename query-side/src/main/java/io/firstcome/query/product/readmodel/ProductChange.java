package io.firstcome.query.product.readmodel;

import io.firstcome.axon.processing.Change;
import io.firstcome.axon.processing.Origin;
import io.firstcome.query.product.api.ProductTerms;
import java.time.Instant;

/** What one event changes in the catalogue. */
public sealed interface ProductChange extends Change {

    /** The product exists. */
    record Created(ProductTerms terms, Origin origin) implements ProductChange {}

    /** The product is withdrawn. */
    record Withdrawn(String productId, Instant withdrawnAt, Origin origin) implements ProductChange {}
}
