package io.firstcome.query.product;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductId;
import io.firstcome.query.view.FoldingProjection;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewRow;
import io.firstcome.query.view.ViewTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps table {@code product_view}. */
@Component
@ProcessingGroup(ProductProjection.GROUP)
class ProductProjection extends FoldingProjection<String, ProductEvent, ProductProjection.Row> {

    static final String GROUP = "product";
    static final ViewTable<Row> PRODUCTS = ViewTable.of("product_view", Row.class);

    ProductProjection(ViewFrame frame) {
        super(frame, ViewEvents.of(ProductId.TYPE).replaying(ProductId.TYPE), PRODUCTS);
    }

    /** A row of {@code product_view}: its columns are those of the state, and two that the list is ordered by. */
    static final class Row extends ViewRow<String> {

        ProductState state;

        /** That of the event that created it: newer is greater. */
        long createdPosition;

        /** Only until it is withdrawn it is in the list. */
        boolean listed;

        @SuppressWarnings("NullAway.Init") // its table sets the fields
        Row() {}

        private Row(ProductState state, long createdPosition) {
            this.state = state;
            this.createdPosition = createdPosition;
            this.listed = state.withdrawnAt() == null;
        }

        @Override
        protected String key() {
            return state.id();
        }
    }

    @EventHandler
    void on(ProductEvent event, DomainEventMessage<?> message) {
        add(event.productId().value(), event, message);
    }

    @Override
    protected Row after(@Nullable Row row, ProductEvent event, EventPosition at) {
        ProductState before = row == null ? null : row.state;
        return new Row(
                ProductState.after(before, event, at.version()), row == null ? at.position() : row.createdPosition);
    }
}
