package io.firstcome.query.payment.readmodel;

import io.firstcome.axon.processing.Tables;
import io.firstcome.axon.store.Micros;
import io.firstcome.query.payment.readmodel.PaymentChange.Begun;
import io.firstcome.query.payment.readmodel.PaymentChange.Requested;
import io.firstcome.query.writing.FoldingTable;
import io.firstcome.query.writing.MultiRow;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The writes to tables {@code payment_view}, {@code payment_refund_view} and {@code payment_history_view}: four statements a
 * batch.
 */
@Component
public class PaymentTable extends FoldingTable<String, PaymentChange, PaymentRow> {

    private static final MultiRow ROWS = MultiRow.upsert(
            "payment_view",
            11,
            "payment_id",
            "order_id",
            "user_id",
            "requested_at",
            "requested_position",
            "status",
            "amount",
            "discount",
            "points",
            "card",
            "refunded",
            "refund_status",
            "declined_because",
            "gateway_code",
            "version",
            "position");
    private static final MultiRow REFUNDS = MultiRow.upsert(
            "payment_refund_view",
            3,
            "payment_id",
            "refund_id",
            "started_position",
            "amount",
            "status",
            "at",
            "gateway_code");
    private static final MultiRow HISTORY =
            MultiRow.upsert("payment_history_view", 0, "payment_id", "position", "status", "at");

    private final JdbcTemplate jdbc;

    PaymentTable(JdbcTemplate jdbc, PaymentRows rows) {
        super(PaymentChange::paymentId, rows::lock);
        this.jdbc = jdbc;
    }

    @Override
    protected PaymentRow apply(@Nullable PaymentRow row, PaymentChange change) {
        if (row == null && change instanceof Begun begun) {
            return PaymentRow.of(begun);
        }
        if (row == null && change instanceof Requested requested) {
            return PaymentRow.of(requested);
        }
        PaymentRow there = existing(row, change);
        there.add(change);
        return there;
    }

    @Override
    protected void write(Collection<PaymentRow> changed) {
        REFUNDS.write(
                jdbc, changed.stream().flatMap(row -> row.refunds.stream()).toList(), PaymentTable::values);
        HISTORY.write(jdbc, changed.stream().flatMap(row -> row.steps.stream()).toList(), PaymentTable::values);
        // Last, because its position says that all of the change is there.
        ROWS.write(jdbc, changed, PaymentTable::values);
    }

    private static @Nullable Object[] values(PaymentRow row) {
        return new @Nullable Object[] {
            row.paymentId,
            row.orderId,
            row.userId,
            Micros.of(row.requestedAt),
            row.requestedPosition,
            row.status.name(),
            row.amount,
            row.discount,
            row.points,
            row.card,
            row.refunded,
            row.refundStatus == null ? null : row.refundStatus.name(),
            row.reason,
            row.gatewayCode,
            row.version,
            row.position
        };
    }

    private static @Nullable Object[] values(PaymentRow.Refund refund) {
        return new @Nullable Object[] {
            refund.paymentId(),
            refund.refundId(),
            refund.position(),
            refund.amount(),
            refund.status().name(),
            Micros.of(refund.at()),
            refund.gatewayCode()
        };
    }

    private static @Nullable Object[] values(PaymentRow.Step step) {
        return new @Nullable Object[] {
            step.paymentId(), step.position(), step.status().name(), Micros.of(step.at())
        };
    }

    /** Empties the tables, in the transaction that sets the processor back. */
    public void clear() {
        Tables.clear(jdbc, "payment_history_view");
        Tables.clear(jdbc, "payment_refund_view");
        Tables.clear(jdbc, "payment_view");
    }
}
