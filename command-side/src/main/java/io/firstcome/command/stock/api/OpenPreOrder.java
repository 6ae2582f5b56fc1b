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
 * @param quantity 1 to {@value #MAX_QUANTITY}, apart from the normal stock, one piece a user
 * @param until the first instant at which it can no longer be pre-ordered, later than {@code from}
 */
public record OpenPreOrder(
        @TargetAggregateIdentifier StockId stockId,
        @Nullable SkuId skuId,
        int quantity,
        Instant from,
        Instant until,
        Instant at)
        implements StockCommand {

    public static final int MAX_QUANTITY = 100_000_000;

    public OpenPreOrder {
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity is 1 to " + MAX_QUANTITY);
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("until is later than from");
        }
    }
}
