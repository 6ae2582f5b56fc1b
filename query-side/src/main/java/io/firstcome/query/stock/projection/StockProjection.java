package io.firstcome.query.stock.projection;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.axon.processors.UnknownEvents;
import io.firstcome.axon.processors.ViewBatch;
import io.firstcome.axon.processors.ViewDeadLetterQueue;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.firstcome.query.stock.readmodel.StockChange;
import io.firstcome.query.stock.readmodel.StockTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Keeps tables {@code stock_view} and {@code stock_option_view}. */
@Component
@ProcessingGroup(StockProjection.GROUP)
class StockProjection {

    static final String GROUP = "stock";

    private final StockTable table;
    private final ViewBatch<StockChange> changes;

    StockProjection(StockTable table, @Qualifier("deadLettersOfStock") ViewDeadLetterQueue deadLetters) {
        this.table = table;
        this.changes = new ViewBatch<>(deadLetters, table);
    }

    @EventHandler
    void on(StockEvent event, DomainEventMessage<?> message) {
        changes.add(new StockChange(event, EventPosition.of(message)));
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        UnknownEvents.refuse(message, StockId.TYPE);
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
