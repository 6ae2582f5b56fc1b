package io.firstcome.query.stock;

import io.firstcome.query.stock.StockState.PreOrder;
import io.firstcome.query.view.ViewRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code stock_view}, with the rows of {@code stock_option_view} that belong to it. */
final class StockRow extends ViewRow<String> {

    String productId;
    long version;
    transient StockState state;

    @SuppressWarnings("NullAway.Init") // it is never read alone: StockRows makes it
    StockRow() {}

    /** @param position of the last event that it contains */
    StockRow(StockState state, long position) {
        this.productId = state.id();
        this.version = state.version();
        this.state = state;
        this.position = position;
    }

    @Override
    protected String key() {
        return productId;
    }

    @Override
    protected List<Option> beside() {
        List<Option> rows = new ArrayList<>();
        for (StockState.Option option : state.options()) {
            rows.add(Option.of(productId, rows.size(), option));
        }
        return rows;
    }

    /**
     * A row of {@code stock_option_view}.
     *
     * @param place of the option in its product, 0 for the first
     * @param preOrderUntil null when there never was a pre-order
     */
    record Option(
            String productId,
            String skuId,
            int place,
            long received,
            long available,
            long held,
            long sold,
            long preOrderReceived,
            long preOrderAvailable,
            long preOrderHeld,
            long preOrderSold,
            @Nullable Instant preOrderFrom,
            @Nullable Instant preOrderUntil,
            boolean preOrderCancelled) {

        private static Option of(String productId, int place, StockState.Option option) {
            StockCounts pieces = option.pieces();
            PreOrder preOrder = option.preOrder();
            StockCounts ordered = preOrder == null ? StockCounts.NONE : preOrder.pieces();
            return new Option(
                    productId,
                    option.skuId(),
                    place,
                    pieces.received(),
                    pieces.available(),
                    pieces.held(),
                    pieces.sold(),
                    ordered.received(),
                    ordered.available(),
                    ordered.held(),
                    ordered.sold(),
                    preOrder == null ? null : preOrder.from(),
                    preOrder == null ? null : preOrder.until(),
                    preOrder != null && preOrder.cancelled());
        }

        StockState.Option option() {
            return new StockState.Option(skuId, new StockCounts(received, available, held, sold), preOrder());
        }

        private @Nullable PreOrder preOrder() {
            if (preOrderFrom == null || preOrderUntil == null) {
                return null;
            }
            return new PreOrder(
                    new StockCounts(preOrderReceived, preOrderAvailable, preOrderHeld, preOrderSold),
                    preOrderFrom,
                    preOrderUntil,
                    preOrderCancelled);
        }
    }
}
