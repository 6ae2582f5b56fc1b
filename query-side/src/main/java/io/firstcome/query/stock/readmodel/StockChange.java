package io.firstcome.query.stock.readmodel;

import io.firstcome.axon.processing.Change;
import io.firstcome.axon.processing.Origin;
import io.firstcome.events.stock.StockEvent;

/** One event of a stock, to be added to its rows. */
public record StockChange(StockEvent event, Origin origin) implements Change {

    String productId() {
        return event.stockId().value();
    }
}
