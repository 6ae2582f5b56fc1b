package io.firstcome.query.order;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.query.view.FoldingProjection;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps tables {@code order_view}, {@code order_line_view} and {@code order_history_view}. */
@Component
@ProcessingGroup(OrderProjection.GROUP)
class OrderProjection extends FoldingProjection<String, Object, OrderRow> {

    static final String GROUP = "order";
    static final ViewTable<OrderRow> ORDERS = ViewTable.of("order_view", OrderRow.class)
            .fixed("user_id", "address", "concert_id", "date_id", "placed_at", "placed_position");
    /** When a line comes again, it has a price. */
    static final ViewTable<OrderView.Item> LINES = ViewTable.of("order_line_view", OrderView.Item.class)
            .fixed("product_id", "sku_id", "quantity", "pre_order", "line");

    static final ViewTable<OrderDetails.Step> HISTORY =
            ViewTable.of("order_history_view", OrderDetails.Step.class).insertOnly();

    OrderProjection(ViewFrame frame) {
        super(
                frame,
                ViewEvents.of(OrderId.TYPE)
                        .replaying(OrderId.TYPE, PaymentId.TYPE)
                        .sequencedBy(
                                PaymentRefunded.class, event -> event.orderId().toString()),
                ORDERS,
                LINES,
                HISTORY);
    }

    @EventHandler
    void on(OrderEvent event, DomainEventMessage<?> message) {
        add(event.orderId().value(), event, message);
    }

    /** What was given back in parts, only the payment tells. */
    @EventHandler
    void on(PaymentRefunded event, DomainEventMessage<?> message) {
        add(event.orderId().value(), event, message);
    }

    @Override
    protected OrderRow after(@Nullable OrderRow row, Object event, EventPosition at) {
        if (row == null && event instanceof OrderPlaced placed) {
            return new OrderRow(placed, at);
        }
        OrderRow order = existing(row, event);
        switch (event) {
            case OrderEvent e -> order.add(e, at);
            // The version stays: it is that of the order.
            case PaymentRefunded e -> order.giveBack(e.refunded());
            default -> throw new IllegalArgumentException("It is about no order: " + event.getClass());
        }
        return order;
    }
}
