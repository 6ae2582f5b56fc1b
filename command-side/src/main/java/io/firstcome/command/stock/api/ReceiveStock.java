package io.firstcome.command.stock.api;

import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Adds pieces of an option. Answered with {@code StockReceived}; refused with {@code SKU_NOT_FOUND}.
 *
 * @param skuId null: the only option of the product
 * @param quantity 1 or more
 */
public record ReceiveStock(
        @TargetAggregateIdentifier StockId stockId,
        @Nullable SkuId skuId,
        int quantity,
        Instant at) implements StockCommand {}
