package io.firstcome.query.stock.api;

import java.util.List;

/**
 * The stock of a product, true as of {@code version}.
 *
 * @param productId the bare id
 * @param options one or more, in the order of the product
 * @param version of the stock, not of the product
 */
public record StockView(String productId, List<OptionStock> options, long version) {

    public StockView {
        options = List.copyOf(options);
    }

    /** All options together, without pre-orders. */
    public StockCounts total() {
        return options.stream().map(OptionStock::pieces).reduce(StockCounts.NONE, StockCounts::plus);
    }
}
