package io.firstcome.query.product;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductId;
import io.firstcome.query.caching.RedisClients;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.caching.RedisProjection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps the hashes {@code firstcome:product:<id>} in Redis current. */
@Component
@ProcessingGroup("product-cache")
class ProductCacheProjection extends RedisProjection<ProductState, ProductEvent> {

    ProductCacheProjection(RedisHashStore<ProductState> hashes) {
        super(ProductId.TYPE, hashes, ProductState::after);
    }

    @Bean
    static RedisHashStore<ProductState> productHashes(RedisClients redis) {
        return new RedisHashStore<>(redis, "firstcome:product:", ProductState.class);
    }

    @EventHandler
    void on(ProductEvent event, DomainEventMessage<?> message, ReplayStatus replay) {
        add(event, message, replay);
    }
}
