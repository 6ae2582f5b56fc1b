package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The product can be ordered from now on, within its sale window.
 *
 * @param saleFrom the first instant of the sale; null: at once
 * @param saleUntil the first instant after it; null: no end
 * @param limitPerUser how many pieces one user may have held and bought together; null: no limit
 */
public record StockOpened(
        String productId,
        List<Offer> offers,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        @Nullable Integer limitPerUser,
        Instant openedAt)
        implements StockMessage {}
