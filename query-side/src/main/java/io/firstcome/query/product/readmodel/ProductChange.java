package io.firstcome.query.product.readmodel;

import io.firstcome.axon.processors.Change;
import io.firstcome.axon.processors.EventPosition;
import io.firstcome.query.product.api.ProductTerms;
import java.time.Instant;

/** What one event changes in the catalogue. */
public sealed interface ProductChange extends Change {

    /** The product exists. */
    record Created(ProductTerms terms, EventPosition origin) implements ProductChange {}

    /** The product is withdrawn. */
    record Withdrawn(String productId, Instant withdrawnAt, EventPosition origin) implements ProductChange {}
}
