package io.firstcome.command.stock.api;

import io.firstcome.events.product.ProductCreated;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a product be ordered. Emits {@code StockOpened}; said again it does nothing.
 *
 * @param offers one or more, of different options
 */
public record OpenStock(
        @TargetAggregateIdentifier StockId stockId,
        List<Offer> offers,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        @Nullable Integer limitPerUser,
        Instant at)
        implements StockCommand {

    public OpenStock {
        offers = List.copyOf(offers);
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("offers are one or more");
        }
    }

    /** The stock of a product, as it was put into the catalogue. */
    public OpenStock(ProductCreated created) {
        this(
                StockId.of(created.productId()),
                created.skus().stream()
                        .map(sku -> new Offer(sku.skuId(), sku.price(), sku.quantity()))
                        .toList(),
                created.saleFrom(),
                created.saleUntil(),
                created.limitPerUser(),
                created.createdAt());
    }
}
