package io.firstcome.query.bestseller.readmodel;

import io.firstcome.axon.processing.Change;
import io.firstcome.axon.processing.Origin;

/** What one event changes in the best sellers. */
public sealed interface BestSellerChange extends Change {

    String productId();

    /** The product has a name. */
    record Named(String productId, String name, Origin origin) implements BestSellerChange {}

    /** The product is withdrawn. */
    record Withdrawn(String productId, Origin origin) implements BestSellerChange {}

    /**
     * Pieces were sold, or came back.
     *
     * @param day days since 1970-01-01 in UTC
     * @param pieces below 0 when they came back
     */
    record Sold(String productId, long day, long pieces, Origin origin) implements BestSellerChange {}
}
