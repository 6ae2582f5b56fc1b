package io.firstcome.query.stock.projection;

import io.firstcome.axon.processors.ProcessingGroupDefinition;
import io.firstcome.axon.processors.ViewDeadLetterQueue;
import io.firstcome.axon.processors.ViewDeadLetterQueues;
import io.firstcome.events.stock.StockId;
import io.firstcome.query.caching.RedisClients;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.stock.readmodel.StockState;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event processors of the stock views. */
@Configuration(proxyBeanMethods = false)
class StockProcessingGroups {

    /** Pieces need their events in order: one that is dead-lettered holds back the later ones of its stock. */
    @Bean
    @Qualifier("deadLettersOfStock")
    ViewDeadLetterQueue deadLettersOfStock(ViewDeadLetterQueues queues) {
        return queues.queue(StockProjection.GROUP, SequentialPerAggregatePolicy.instance());
    }

    @Bean
    ProcessingGroupDefinition stockGroup(@Qualifier("deadLettersOfStock") ViewDeadLetterQueue deadLetters) {
        return ProcessingGroupDefinition.view(deadLetters, StockId.TYPE);
    }

    /** The hashes {@code firstcome:stock:<id>}. */
    @Bean
    RedisHashStore<StockState> stockHashes(RedisClients redis) {
        return new RedisHashStore<>(redis, "firstcome:stock:", StockState.class);
    }
}
