package io.firstcome.query.stock.projection;

import io.firstcome.events.stock.StockEvent;
import io.firstcome.query.stock.readmodel.StockRedis;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.stereotype.Component;

/**
 * Keeps the stock hashes in Redis up to date.
 *
 * <p>An event that cannot be read drops the hash that it is about. A replay writes nothing: the rebuild of this view is to drop
 * all hashes.
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
        redis.add(event, message, replay);
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        redis.drop(message);
    }

    @ResetHandler
    void reset() {
        redis.clear();
    }
}
