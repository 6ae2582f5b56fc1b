package io.firstcome.command.stock.api;

import io.firstcome.events.product.ProductWithdrawn;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends the sale. Emits {@code SaleClosed}; said again it does nothing. */
public record CloseSale(@TargetAggregateIdentifier StockId stockId, Instant at) implements StockCommand {

    /** The end of the sale of a product that was taken off it. */
    public CloseSale(ProductWithdrawn withdrawn) {
        this(StockId.of(withdrawn.productId()), withdrawn.withdrawnAt());
    }
}
