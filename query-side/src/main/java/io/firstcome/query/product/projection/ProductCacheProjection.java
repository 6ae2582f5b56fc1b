package io.firstcome.query.product.projection;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.query.product.readmodel.ProductRedis;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.stereotype.Component;

/**
 * Keeps the product hashes in Redis up to date.
 *
 * <p>An event that cannot be read drops the hash that it is about. A replay writes nothing: the rebuild of this view is to drop
 * all hashes.
 */
@Component
@ProcessingGroup(ProductCacheProjection.GROUP)
class ProductCacheProjection {

    static final String GROUP = "product-cache";

    private final ProductRedis redis;

    ProductCacheProjection(ProductRedis redis) {
        this.redis = redis;
    }

    @EventHandler
    void on(ProductEvent event, DomainEventMessage<?> message, ReplayStatus replay) {
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
