package io.firstcome.query.order.projection;

import io.firstcome.axon.processing.Batches;
import io.firstcome.axon.processing.Origin;
import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.UnknownEvents;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.query.order.readmodel.OrderChange;
import io.firstcome.query.order.readmodel.OrderTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Keeps tables {@code order_view}, {@code order_line_view} and {@code order_history_view}. */
@Component
@ProcessingGroup(OrderProjection.GROUP)
class OrderProjection {

    static final String GROUP = "order";

    private final OrderTable table;
    private final Batches<OrderChange> changes;

    OrderProjection(OrderTable table, @Qualifier("parkedOfOrder") ParkingQueue parked) {
        this.table = table;
        this.changes = new Batches<>(parked, table);
    }

    @EventHandler
    void on(OrderEvent event, DomainEventMessage<?> message) {
        changes.add(OrderChanges.of(event, Origin.of(message)));
    }

    /** What was given back in parts, only the payment tells. */
    @EventHandler
    void on(PaymentRefunded event, DomainEventMessage<?> message) {
        changes.add(new OrderChange.MoneyReturned(event.orderId().value(), event.refunded(), Origin.of(message)));
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        UnknownEvents.refuse(message, OrderId.TYPE);
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
