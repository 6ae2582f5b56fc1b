package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * An option can be pre-ordered, from a quantity apart from the normal stock, one piece a user.
 *
 * @param quantity 1 or more
 * @param until the first instant at which it can no longer be pre-ordered
 */
public record PreOrderOpened(
        String productId, String skuId, int quantity, Instant from, Instant until, Instant openedAt)
        implements StockMessage {}
