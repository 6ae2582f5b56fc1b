package io.firstcome.query.product.projection;

import io.firstcome.axon.processing.Faults;
import io.firstcome.axon.processing.UnknownEvents;
import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductId;
import io.firstcome.query.product.readmodel.ProductRedis;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.stereotype.Component;

/**
 * Keeps the product hashes in Redis up to date.
 *
 * <p>An event that cannot be read drops the hash that it is about. A replay writes nothing, since it would bring the past back;
 * the rebuild of this view is to drop all hashes.
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
        if (UnknownEvents.isOf(ProductId.TYPE, message)) {
            redis.drop(message.getAggregateIdentifier().substring(ProductId.TYPE.length() + 1));
        }
    }
}
