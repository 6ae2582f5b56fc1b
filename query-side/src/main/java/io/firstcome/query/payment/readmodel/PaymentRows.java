package io.firstcome.query.payment.readmodel;

import io.firstcome.axon.store.Micros;
import io.firstcome.query.payment.api.PaymentRefund;
import io.firstcome.query.payment.api.PaymentStatus;
import io.firstcome.query.payment.api.PaymentStep;
import io.firstcome.query.payment.api.RefundStatus;
import io.firstcome.query.writing.MultiRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The reads of tables {@code payment_view}, {@code payment_refund_view} and {@code payment_history_view}. */
@Component
class PaymentRows {

    private static final String SELECT =
            "SELECT payment_id, order_id, user_id, requested_at, requested_position, status,"
                    + " amount, discount, points, card, refunded, declined_because, gateway_code, version, position, refund_status"
                    + " FROM payment_view WHERE ";
    private static final String NEWEST = "requested_position < ? ORDER BY requested_position DESC LIMIT ?";
    private static final String REFUNDS = "SELECT refund_id, amount, status, at, gateway_code FROM payment_refund_view"
            + " WHERE payment_id = ? ORDER BY started_position";
    private static final String HISTORY =
            "SELECT status, at FROM payment_history_view WHERE payment_id = ? ORDER BY position";

    private final JdbcTemplate jdbc;

    PaymentRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PaymentRow> find(String paymentId) {
        return jdbc.query(SELECT + "payment_id = ?", PaymentRows::row, paymentId).stream()
                .findFirst();
    }

    /** Those with both statuses, where they are asked for, newest first. */
    List<PaymentRow> find(@Nullable PaymentStatus status, @Nullable RefundStatus refund, long before, int limit) {
        StringBuilder select = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>();
        if (status != null) {
            select.append("status = ? AND ");
            values.add(status.name());
        }
        if (refund != null) {
            select.append("refund_status = ? AND ");
            values.add(refund.name());
        }
        values.add(before);
        values.add(limit);
        return jdbc.query(select.append(NEWEST).toString(), PaymentRows::row, values.toArray());
    }

    /** Of how many the card gateway refused what is owed. */
    long countRefused() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT COUNT(*) FROM payment_view WHERE refund_status = 'FAILED'", Long.class));
    }

    /** Locks them, by their ids. */
    Map<String, PaymentRow> lock(Set<String> paymentIds) {
        return MultiRow.lock(jdbc, SELECT + "payment_id", paymentIds, PaymentRows::row, row -> row.paymentId);
    }

    List<PaymentRefund> refunds(String paymentId) {
        return jdbc.query(
                REFUNDS,
                (refund, number) -> new PaymentRefund(
                        refund.getString(1),
                        refund.getLong(2),
                        RefundStatus.valueOf(refund.getString(3)),
                        Micros.toInstant(refund.getLong(4)),
                        refund.getString(5)),
                paymentId);
    }

    List<PaymentStep> history(String paymentId) {
        return jdbc.query(
                HISTORY,
                (step, number) ->
                        new PaymentStep(PaymentStatus.valueOf(step.getString(1)), Micros.toInstant(step.getLong(2))),
                paymentId);
    }

    private static PaymentRow row(ResultSet found, int number) throws SQLException {
        PaymentRow row = new PaymentRow(
                found.getString(1),
                found.getString(2),
                found.getString(3),
                Micros.toInstant(found.getLong(4)),
                found.getLong(5));
        row.status = PaymentStatus.valueOf(found.getString(6));
        row.amount = found.getLong(7);
        row.discount = found.getLong(8);
        row.points = found.getLong(9);
        row.card = found.getLong(10);
        row.refunded = found.getLong(11);
        row.reason = found.getString(12);
        row.gatewayCode = found.getString(13);
        row.version = found.getLong(14);
        row.position = found.getLong(15);
        String refund = found.getString(16);
        row.refundStatus = refund == null ? null : RefundStatus.valueOf(refund);
        return row;
    }
}
