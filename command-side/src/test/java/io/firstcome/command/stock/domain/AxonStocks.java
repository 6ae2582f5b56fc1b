package io.firstcome.command.stock.domain;

import io.firstcome.command.MemoryAxon;
import io.firstcome.command.MemoryAxon.Decision;
import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import java.util.function.UnaryOperator;

/** The aggregate, loaded from its events, or its snapshot and the events after it, at every command. */
final class AxonStocks implements Stocks {

    private final MemoryAxon axon;

    AxonStocks() {
        this(UnaryOperator.identity());
    }

    /** @param tampering what happens to the JSON of a snapshot before it is read */
    AxonStocks(UnaryOperator<String> tampering) {
        axon = new MemoryAxon(Stock.class, tampering, new KeyNumbersModule());
    }

    @Override
    public Outcome send(StockCommand command) {
        Decision decision = axon.attempt(command);
        return new Outcome(decision.rejection(), decision.events(StockEvent.class), decision.fault() != null);
    }

    /** Makes a snapshot of the stock, if there is one, as the snapshotter does. */
    void snapshot(StockId id) {
        axon.snapshot(StockId.TYPE, id.toString());
    }
}
