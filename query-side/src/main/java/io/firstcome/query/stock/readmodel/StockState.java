package io.firstcome.query.stock.readmodel;

import io.firstcome.query.caching.Versioned;
import io.firstcome.query.stock.api.OptionStock;
import io.firstcome.query.stock.api.StockView;
import java.util.List;

/**
 * What is stored of a stock, in MySQL and in Redis alike: exact as of {@code version}.
 *
 * @param id of the product
 */
public record StockState(String id, List<OptionStock> options, long version) implements Versioned {

    public StockState {
        options = List.copyOf(options);
    }

    StockView view() {
        return new StockView(id, options, version);
    }
}
