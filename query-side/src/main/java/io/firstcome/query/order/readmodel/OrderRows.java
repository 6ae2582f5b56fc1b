package io.firstcome.query.order.readmodel;

import io.firstcome.axon.store.Micros;
import io.firstcome.query.order.api.OrderItem;
import io.firstcome.query.order.api.OrderRefund;
import io.firstcome.query.order.api.OrderStatus;
import io.firstcome.query.order.api.OrderStep;
import io.firstcome.query.writing.MultiRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The reads of tables {@code order_view}, {@code order_line_view} and {@code order_history_view}. */
@Component
class OrderRows {

    private static final String SELECT =
            "SELECT order_id, user_id, address, placed_at, hold_expires_at, placed_position,"
                    + " status, amount, shipping_fee, discount, paid, refunded, payment_id, reason, version, position,"
                    + " refund_status, refund_amount, refund_gateway_code"
                    + " FROM order_view WHERE ";
    private static final String LINES = "SELECT order_id, product_id, sku_id, quantity, unit_price, pre_order"
            + " FROM order_line_view WHERE order_id IN (";
    private static final String HISTORY =
            "SELECT status, at FROM order_history_view WHERE order_id = ? ORDER BY position";

    private final JdbcTemplate jdbc;

    OrderRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OrderRow> find(String orderId) {
        return jdbc.query(SELECT + "order_id = ?", OrderRows::row, orderId).stream()
                .findFirst();
    }

    /** The orders of a user, newest first. */
    List<OrderRow> find(String userId, long before, int limit) {
        return jdbc.query(
                SELECT + "user_id = ? AND placed_position < ? ORDER BY placed_position DESC LIMIT ?",
                OrderRows::row,
                userId,
                before,
                limit);
    }

    /** Locks them, by their ids. */
    Map<String, OrderRow> lock(Set<String> orderIds) {
        return MultiRow.lock(jdbc, SELECT + "order_id", orderIds, OrderRows::row, row -> row.orderId);
    }

    /** The lines of orders, as they were ordered, by the orders' ids. */
    Map<String, List<OrderItem>> items(List<String> orderIds) {
        Map<String, List<OrderItem>> found = new HashMap<>();
        if (!orderIds.isEmpty()) {
            jdbc.query(
                    LINES + MultiRow.list(orderIds.size()) + ") ORDER BY order_id, line",
                    line -> {
                        found.computeIfAbsent(line.getString(1), id -> new ArrayList<>())
                                .add(item(line));
                    },
                    orderIds.toArray());
        }
        return found;
    }

    List<OrderStep> history(String orderId) {
        return jdbc.query(
                HISTORY,
                (step, number) ->
                        new OrderStep(OrderStatus.valueOf(step.getString(1)), Micros.toInstant(step.getLong(2))),
                orderId);
    }

    private static OrderItem item(ResultSet line) throws SQLException {
        return new OrderItem(
                line.getString(2),
                line.getString(3),
                line.getInt(4),
                line.getObject(5, Long.class),
                line.getBoolean(6));
    }

    private static OrderRow row(ResultSet found, int number) throws SQLException {
        OrderRow row = new OrderRow(
                found.getString(1),
                found.getString(2),
                found.getString(3),
                Micros.toInstant(found.getLong(4)),
                Micros.toInstant(found.getLong(5)),
                found.getLong(6));
        row.status = OrderStatus.valueOf(found.getString(7));
        row.amount = found.getObject(8, Long.class);
        row.shippingFee = found.getObject(9, Long.class);
        row.discount = found.getLong(10);
        row.paid = found.getLong(11);
        row.refunded = found.getLong(12);
        row.paymentId = found.getString(13);
        row.reason = found.getString(14);
        row.version = found.getLong(15);
        row.position = found.getLong(16);
        String refund = found.getString(17);
        if (refund != null) {
            row.refund = new OrderRefund(OrderRefund.Status.valueOf(refund), found.getLong(18), found.getString(19));
        }
        return row;
    }
}
