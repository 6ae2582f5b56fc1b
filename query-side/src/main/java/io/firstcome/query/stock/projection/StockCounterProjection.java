package io.firstcome.query.stock.projection;

import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.caching.RedisProjection;
import io.firstcome.query.stock.readmodel.StockFold;
import io.firstcome.query.stock.readmodel.StockState;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.springframework.stereotype.Component;

/** Keeps the stock hashes in Redis current. */
@Component
@ProcessingGroup(StockCounterProjection.GROUP)
class StockCounterProjection extends RedisProjection<StockState, StockEvent> {

    static final String GROUP = "stock-counter";

    StockCounterProjection(RedisHashStore<StockState> hashes) {
        super(StockId.TYPE, hashes, StockFold::after);
    }

    @EventHandler
    void on(StockEvent event, DomainEventMessage<?> message, ReplayStatus replay) {
        add(event, message, replay);
    }
}
