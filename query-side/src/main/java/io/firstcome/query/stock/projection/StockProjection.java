package io.firstcome.query.stock.projection;

import io.firstcome.axon.processing.Batches;
import io.firstcome.axon.processing.Origin;
import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.UnknownEvents;
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
    private final Batches<StockChange> changes;

    StockProjection(StockTable table, @Qualifier("parkedOfStock") ParkingQueue parked) {
        this.table = table;
        this.changes = new Batches<>(parked, table);
    }

    @EventHandler
    void on(StockEvent event, DomainEventMessage<?> message) {
        changes.add(new StockChange(event, Origin.of(message)));
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
