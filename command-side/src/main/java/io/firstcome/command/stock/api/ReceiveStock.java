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
 * @param quantity 1 to {@value #MAX_QUANTITY}
 */
public record ReceiveStock(
        @TargetAggregateIdentifier StockId stockId,
        @Nullable SkuId skuId,
        int quantity,
        Instant at) implements StockCommand {

    public static final int MAX_QUANTITY = 100_000_000;

    public ReceiveStock {
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity is 1 to " + MAX_QUANTITY);
        }
    }
}
