package io.firstcome.query.product.projection;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductId;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.caching.RedisProjection;
import io.firstcome.query.product.readmodel.ProductState;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.springframework.stereotype.Component;

/** Keeps the product hashes in Redis current. */
@Component
@ProcessingGroup(ProductCacheProjection.GROUP)
class ProductCacheProjection extends RedisProjection<ProductState, ProductEvent> {

    static final String GROUP = "product-cache";

    ProductCacheProjection(RedisHashStore<ProductState> hashes) {
        super(ProductId.TYPE, hashes, ProductState::after);
    }

    @EventHandler
    void on(ProductEvent event, DomainEventMessage<?> message, ReplayStatus replay) {
        add(event, message, replay);
    }
}
