package io.firstcome.query.stock;

import io.firstcome.query.caching.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stock of a product, in MySQL and in Redis alike: exact as of {@code version}.
 *
 * @param id of the product, bare
 * @param options one or more, in the order of the product
 * @param version of the stock, not of the product
 */
public record StockState(String id, List<Option> options, long version) implements Versioned {

    public StockState {
        options = List.copyOf(options);
    }

    /** All options together, without pre-orders. */
    public StockCounts total() {
        return options.stream().map(Option::pieces).reduce(StockCounts.NONE, StockCounts::plus);
    }

    /**
     * The pieces of one option of a product.
     *
     * @param skuId the bare id; that of the product when it has no options
     * @param preOrder null when there never was one
     */
    public record Option(
            String skuId, StockCounts pieces, @Nullable PreOrder preOrder) {}

    /**
     * What of an option can be pre-ordered, apart from its normal stock.
     *
     * @param from the first instant at which it can be pre-ordered
     * @param until the first instant at which it no longer can
     * @param cancelled whether an operator has ended it; what is pre-ordered stays so
     */
    public record PreOrder(StockCounts pieces, Instant from, Instant until, boolean cancelled) {}
}
