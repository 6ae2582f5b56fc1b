package io.firstcome.query.stock;

import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.firstcome.query.caching.RedisClients;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.caching.RedisProjection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps the hashes {@code firstcome:stock:<id>} in Redis current. */
@Component
@ProcessingGroup("stock-counter")
class StockCounterProjection extends RedisProjection<StockState, StockEvent> {

    StockCounterProjection(RedisHashStore<StockState> hashes) {
        super(StockId.TYPE, hashes, StockFold::after);
    }

    @Bean
    static RedisHashStore<StockState> stockHashes(RedisClients redis) {
        return new RedisHashStore<>(redis, "firstcome:stock:", StockState.class);
    }

    @EventHandler
    void on(StockEvent event, DomainEventMessage<?> message, ReplayStatus replay) {
        add(event, message, replay);
    }
}
