package io.firstcome.query.stock.readmodel;

import io.firstcome.axon.processors.Change;
import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.stock.StockEvent;

/** One event of a stock, to be added to its rows. */
public record StockChange(StockEvent event, EventPosition origin) implements Change {

    String productId() {
        return event.stockId().value();
    }
}
