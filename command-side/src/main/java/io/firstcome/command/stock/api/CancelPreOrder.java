package io.firstcome.command.stock.api;

import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a pre-order; what is pre-ordered stays so. Answered with {@code PreOrderCancelled}; refused with
 * {@code PRE_ORDER_NOT_FOUND}, {@code SKU_NOT_FOUND}.
 *
 * @param skuId null: the only option of the product
 */
public record CancelPreOrder(
        @TargetAggregateIdentifier StockId stockId,
        @Nullable SkuId skuId,
        Instant at) implements StockCommand {}
