package io.firstcome.command.stock.api;

import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets an option be pre-ordered. Answered with {@code PreOrderOpened}; refused with {@code PRE_ORDER_EXISTS} while there is
 * one, {@code SKU_NOT_FOUND}.
 *
 * @param skuId null: the only option of the product
 */
public record OpenPreOrder(
        @TargetAggregateIdentifier StockId stockId,
        @Nullable SkuId skuId,
        int quantity,
        Instant from,
        Instant until,
        Instant at)
        implements StockCommand {}
