package io.firstcome.query.product.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for one product; answered by an optional {@link ProductView}.
 *
 * <p>Refused with {@code READ_MODEL_BEHIND} when the version asked for is not there in time.
 *
 * @param productId the bare id
 * @param minVersion the least version to answer with, for which the answer waits a while; null: what is there
 */
public record FindProduct(String productId, @Nullable Long minVersion) {}
