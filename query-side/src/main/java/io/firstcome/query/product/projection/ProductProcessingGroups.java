package io.firstcome.query.product.projection;

import io.firstcome.axon.processors.ProcessingGroupDefinition;
import io.firstcome.axon.processors.ViewDeadLetterQueue;
import io.firstcome.axon.processors.ViewDeadLetterQueues;
import io.firstcome.events.product.ProductId;
import io.firstcome.query.caching.RedisClients;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.product.readmodel.ProductState;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event processors of the product views. */
@Configuration(proxyBeanMethods = false)
class ProductProcessingGroups {

    /** A product is withdrawn after it was created: one event that is dead-lettered holds back the later ones of its product. */
    @Bean
    @Qualifier("deadLettersOfProduct")
    ViewDeadLetterQueue deadLettersOfProduct(ViewDeadLetterQueues queues) {
        return queues.queue(ProductProjection.GROUP, SequentialPerAggregatePolicy.instance());
    }

    @Bean
    ProcessingGroupDefinition productGroup(@Qualifier("deadLettersOfProduct") ViewDeadLetterQueue deadLetters) {
        return ProcessingGroupDefinition.view(deadLetters, ProductId.TYPE);
    }

    @Bean
    ProcessingGroupDefinition productCacheGroup(ProductCacheProjection copies) {
        return ProcessingGroupDefinition.withoutQueue(
                ProductCacheProjection.GROUP, (fault, event, handler) -> copies.onFault(fault, event));
    }

    /** The hashes {@code firstcome:product:<id>}. */
    @Bean
    RedisHashStore<ProductState> productHashes(RedisClients redis) {
        return new RedisHashStore<>(redis, "firstcome:product:", ProductState.class);
    }
}
