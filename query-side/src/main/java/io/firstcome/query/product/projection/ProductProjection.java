package io.firstcome.query.product.projection;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.axon.processors.UnknownEvents;
import io.firstcome.axon.processors.ViewBatch;
import io.firstcome.axon.processors.ViewDeadLetterQueue;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.query.product.api.ProductTerms;
import io.firstcome.query.product.readmodel.ProductChange;
import io.firstcome.query.product.readmodel.ProductTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Keeps table {@code product_view}. */
@Component
@ProcessingGroup(ProductProjection.GROUP)
class ProductProjection {

    static final String GROUP = "product";

    private final ProductTable table;
    private final ViewBatch<ProductChange> changes;

    ProductProjection(ProductTable table, @Qualifier("deadLettersOfProduct") ViewDeadLetterQueue deadLetters) {
        this.table = table;
        this.changes = new ViewBatch<>(deadLetters, table);
    }

    @EventHandler
    void on(ProductCreated event, DomainEventMessage<?> message) {
        changes.add(new ProductChange.Created(ProductTerms.of(event), EventPosition.of(message)));
    }

    @EventHandler
    void on(ProductWithdrawn event, DomainEventMessage<?> message) {
        changes.add(
                new ProductChange.Withdrawn(event.productId().value(), event.withdrawnAt(), EventPosition.of(message)));
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        UnknownEvents.refuse(message, ProductId.TYPE);
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
