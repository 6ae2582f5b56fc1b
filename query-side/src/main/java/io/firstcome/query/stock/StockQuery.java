package io.firstcome.query.stock;

import org.jspecify.annotations.Nullable;

/** What can be asked about stock. */
public sealed interface StockQuery {

    /**
     * Asks for the stock of one product; answered by an optional {@link StockState}.
     *
     * <p>Fails when the version asked for is not there in time.
     *
     * @param productId the bare id
     * @param minVersion the least version of the stock to answer with, for which the answer waits a while; null: what
     *     is there
     */
    record FindStock(String productId, @Nullable Long minVersion) implements StockQuery {}
}
