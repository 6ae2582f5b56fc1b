package io.firstcome.query.order.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for one order; answered by an optional {@link OrderView}.
 *
 * <p>Fails when the version asked for is not there in time.
 *
 * @param orderId the bare id
 * @param owner for whom every other user's order is not there; null: for nobody
 * @param minVersion the least version to answer with, for which the answer waits a while; null: what is there
 */
public record FindOrder(
        String orderId, @Nullable String owner, @Nullable Long minVersion) {}
