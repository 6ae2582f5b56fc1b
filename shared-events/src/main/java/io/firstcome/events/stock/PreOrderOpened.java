package io.firstcome.events.stock;

import io.firstcome.events.product.SkuId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * An option can be pre-ordered, from a quantity apart from the normal stock, one piece a user.
 *
 * @param quantity 1 or more
 * @param until the first instant at which it can no longer be pre-ordered
 */
@Revision("1")
public record PreOrderOpened(StockId stockId, SkuId skuId, int quantity, Instant from, Instant until, Instant openedAt)
        implements StockEvent {}
