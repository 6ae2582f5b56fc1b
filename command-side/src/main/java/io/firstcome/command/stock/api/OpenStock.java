package io.firstcome.command.stock.api;

import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Lets a product be ordered. Emits {@code StockOpened}; said again it does nothing. */
public record OpenStock(
        @TargetAggregateIdentifier StockId stockId,
        List<Offer> offers,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        @Nullable Integer limitPerUser,
        Instant at)
        implements StockCommand {}
