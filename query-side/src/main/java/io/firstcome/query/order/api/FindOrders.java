package io.firstcome.query.order.api;

/**
 * Asks for the orders of a user, newest first; answered by {@link Orders}.
 *
 * @param userId the bare id
 * @param before only those placed before this position; {@link Long#MAX_VALUE} for the newest
 * @param limit how many at most, 1 or more
 */
public record FindOrders(String userId, long before, int limit) {}
