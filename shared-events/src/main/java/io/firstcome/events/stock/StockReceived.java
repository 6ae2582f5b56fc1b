package io.firstcome.events.stock;

import io.firstcome.events.product.SkuId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * More pieces of an option came in.
 *
 * @param quantity 1 or more
 */
@Revision("1")
public record StockReceived(StockId stockId, SkuId skuId, int quantity, Instant receivedAt) implements StockEvent {}
