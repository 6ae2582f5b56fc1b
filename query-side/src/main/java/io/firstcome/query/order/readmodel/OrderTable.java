package io.firstcome.query.order.readmodel;

import io.firstcome.axon.processing.Tables;
import io.firstcome.axon.store.Micros;
import io.firstcome.query.order.api.OrderItem;
import io.firstcome.query.order.api.OrderRefund;
import io.firstcome.query.order.readmodel.OrderChange.Placed;
import io.firstcome.query.writing.FoldingTable;
import io.firstcome.query.writing.MultiRow;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The writes to tables {@code order_view}, {@code order_line_view} and {@code order_history_view}: four statements a batch. */
@Component
public class OrderTable extends FoldingTable<String, OrderChange, OrderRow> {

    private static final MultiRow ROWS = MultiRow.upsert(
            "order_view",
            14,
            "order_id",
            "user_id",
            "address",
            "placed_at",
            "placed_position",
            "status",
            "amount",
            "shipping_fee",
            "discount",
            "paid",
            "refunded",
            "refund_status",
            "refund_amount",
            "refund_gateway_code",
            "payment_id",
            "reason",
            "hold_expires_at",
            "version",
            "position");
    private static final MultiRow LINES = MultiRow.upsert(
            "order_line_view", 1, "order_id", "product_id", "sku_id", "pre_order", "line", "quantity", "unit_price");
    private static final MultiRow HISTORY =
            MultiRow.upsert("order_history_view", 0, "order_id", "position", "status", "at");

    private final JdbcTemplate jdbc;

    OrderTable(JdbcTemplate jdbc, OrderRows rows) {
        super(OrderChange::orderId, rows::lock);
        this.jdbc = jdbc;
    }

    @Override
    protected OrderRow apply(@Nullable OrderRow row, OrderChange change) {
        if (row == null && change instanceof Placed placed) {
            return OrderRow.of(placed);
        }
        OrderRow there = existing(row, change);
        there.add(change);
        return there;
    }

    @Override
    protected void write(Collection<OrderRow> changed) {
        LINES.write(jdbc, changed.stream().flatMap(row -> row.lines.stream()).toList(), OrderTable::values);
        HISTORY.write(jdbc, changed.stream().flatMap(row -> row.steps.stream()).toList(), OrderTable::values);
        // Last, because its position says that all of the change is there.
        ROWS.write(jdbc, changed, OrderTable::values);
    }

    private static @Nullable Object[] values(OrderRow.Line line) {
        OrderItem item = line.item();
        return new @Nullable Object[] {
            line.orderId(),
            item.productId(),
            item.skuId(),
            item.preOrder(),
            line.number(),
            item.quantity(),
            item.unitPrice()
        };
    }

    private static @Nullable Object[] values(OrderRow.Step step) {
        return new @Nullable Object[] {
            step.orderId(), step.position(), step.status().name(), Micros.of(step.at())
        };
    }

    private static @Nullable Object[] values(OrderRow row) {
        OrderRefund refund = row.refund;
        return new @Nullable Object[] {
            row.orderId,
            row.userId,
            row.address,
            Micros.of(row.placedAt),
            row.placedPosition,
            row.status.name(),
            row.amount,
            row.shippingFee,
            row.discount,
            row.paid,
            row.refunded,
            refund == null ? null : refund.status().name(),
            refund == null ? null : refund.amount(),
            refund == null ? null : refund.gatewayCode(),
            row.paymentId,
            row.reason,
            Micros.of(row.holdExpiresAt),
            row.version,
            row.position
        };
    }

    /** Empties the tables, in the transaction that sets the processor back. */
    public void clear() {
        Tables.clear(jdbc, "order_history_view");
        Tables.clear(jdbc, "order_line_view");
        Tables.clear(jdbc, "order_view");
    }
}
