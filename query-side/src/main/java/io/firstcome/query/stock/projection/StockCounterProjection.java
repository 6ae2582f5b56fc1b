package io.firstcome.query.stock.projection;

import io.firstcome.axon.processing.Faults;
import io.firstcome.axon.processing.UnknownEvents;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.firstcome.query.stock.readmodel.StockRedis;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.stereotype.Component;

/**
 * Keeps the stock hashes in Redis up to date.
 *
 * <p>An event that cannot be read drops the hash that it is about. A replay writes nothing, since it would bring the past back;
 * the rebuild of this view is to drop all hashes.
 */
@Component
@ProcessingGroup(StockCounterProjection.GROUP)
class StockCounterProjection {

    static final String GROUP = "stock-counter";

    private final StockRedis redis;

    StockCounterProjection(StockRedis redis) {
        this.redis = redis;
    }

    @EventHandler
    void on(StockEvent event, DomainEventMessage<?> message, ReplayStatus replay) {
        if (!replay.isReplay()) {
            redis.add(event, message.getSequenceNumber());
        }
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        drop(message);
    }

    @ResetHandler
    void reset() {
        redis.clear();
    }

    /** What a handler's failure means here. */
    void onFault(Exception fault, EventMessage<?> event) throws Exception {
        if (Faults.isTransient(fault) || !(event instanceof DomainEventMessage<?> message)) {
            throw fault;
        }
        drop(message);
    }

    private void drop(DomainEventMessage<?> message) {
        if (UnknownEvents.isOf(StockId.TYPE, message)) {
            redis.drop(message.getAggregateIdentifier().substring(StockId.TYPE.length() + 1));
        }
    }
}
