package io.firstcome.command.order.api;

import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.events.order.OrderLine;
import java.util.List;

/** What must be true of the lines of an order. */
final class OrderLines {

    private OrderLines() {}

    static void requireValid(List<OrderLine> lines) {
        if (lines.isEmpty() || lines.size() > PlaceOrder.MAX_LINES) {
            throw new IllegalArgumentException("an order has 1 to " + PlaceOrder.MAX_LINES + " lines");
        }
        if (lines.stream().anyMatch(line -> line.quantity() < 1 || line.quantity() > PlaceOrder.MAX_QUANTITY)) {
            throw new IllegalArgumentException("quantity is 1 to " + PlaceOrder.MAX_QUANTITY);
        }
        if (lines.stream().map(OrderLine::dateId).distinct().count() > 1) {
            throw new IllegalArgumentException("an order is of products, or of seats of one date");
        }
    }
}
