package io.firstcome.events.stock;

import io.firstcome.events.product.SkuId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** An option can no longer be pre-ordered. What is pre-ordered stays so. */
@Revision("1")
public record PreOrderCancelled(StockId stockId, SkuId skuId, Instant cancelledAt) implements StockEvent {}
