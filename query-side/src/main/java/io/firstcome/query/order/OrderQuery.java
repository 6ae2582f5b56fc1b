package io.firstcome.query.order;

import org.jspecify.annotations.Nullable;

/** What can be asked about orders. */
public sealed interface OrderQuery {

    /**
     * Asks for one order; answered by an optional {@link OrderDetails}.
     *
     * <p>Fails when the version asked for is not there in time.
     *
     * @param orderId the bare id
     * @param owner for whom every other user's order is not there; null: for nobody
     * @param minVersion the least version to answer with, for which the answer waits a while; null: what is there
     */
    record FindOrder(
            String orderId,
            @Nullable String owner,
            @Nullable Long minVersion) implements OrderQuery {}

    /**
     * Asks for the orders of a user, newest first; answered by a list of {@link OrderView}.
     *
     * @param userId the bare id
     * @param seatsOnly whether only orders of seats are asked for
     * @param before only those placed before this position; {@link Long#MAX_VALUE} for the newest
     * @param limit how many at most, 1 or more
     */
    record FindOrders(String userId, boolean seatsOnly, long before, int limit) implements OrderQuery {}
}
