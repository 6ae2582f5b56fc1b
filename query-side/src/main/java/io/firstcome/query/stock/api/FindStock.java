package io.firstcome.query.stock.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the stock of one product; answered by an optional {@link StockView}.
 *
 * <p>Refused with {@code READ_MODEL_BEHIND} when the version asked for is not there in time.
 *
 * @param productId the bare id
 * @param minVersion the least version of the stock to answer with, for which the answer waits a while; null: what is there
 */
public record FindStock(String productId, @Nullable Long minVersion) {}
