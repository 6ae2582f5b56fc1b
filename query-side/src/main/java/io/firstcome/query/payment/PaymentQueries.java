package io.firstcome.query.payment;

import io.firstcome.events.payment.PaymentId;
import io.firstcome.query.consistency.ConsistentRead;
import io.firstcome.query.consistency.MinVersionReader;
import io.firstcome.query.payment.PaymentQuery.FindPayment;
import io.firstcome.query.payment.PaymentQuery.FindPayments;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Answers the queries about payments. */
@Component
class PaymentQueries {

    private final JdbcTemplate jdbc;
    private final ConsistentRead snapshot;
    private final MinVersionReader wait;
    private final ViewTable<PaymentRow> payments;
    private final ViewTable<PaymentDetails.Refund> refunds;
    private final ViewTable<PaymentDetails.Step> history;

    PaymentQueries(ViewFrame frame, ConsistentRead snapshot, MinVersionReader wait) {
        this.jdbc = frame.jdbc();
        this.snapshot = snapshot;
        this.wait = wait;
        this.payments = frame.table(PaymentProjection.PAYMENTS);
        this.refunds = frame.table(PaymentProjection.REFUNDS);
        this.history = frame.table(PaymentProjection.HISTORY);
    }

    @QueryHandler
    Optional<PaymentDetails> handle(FindPayment query) {
        return wait.find(
                PaymentProjection.GROUP,
                PaymentId.TYPE + ":" + query.paymentId(),
                query.minVersion(),
                () -> snapshot.of(() -> find(query)),
                found -> found.payment().version());
    }

    private Optional<PaymentDetails> find(FindPayment query) {
        String id = query.paymentId();
        String owner = query.owner();
        return payments.find(jdbc, id)
                .filter(row -> owner == null || owner.equals(row.userId))
                .map(row -> new PaymentDetails(
                        row.view(owner == null),
                        refunds.select(jdbc, "payment_id = ? ORDER BY started_position", id).stream()
                                .map(refund -> owner == null ? refund : refund.withoutGatewayCode())
                                .toList(),
                        history.select(jdbc, "payment_id = ? ORDER BY position", id)));
    }

    @QueryHandler
    List<PaymentView> handle(FindPayments query) {
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>();
        if (query.status() != null) {
            where.append("status = ? AND ");
            values.add(query.status().name());
        }
        if (query.refund() != null) {
            where.append("refund_status = ? AND ");
            values.add(query.refund().name());
        }
        where.append("requested_position < ? ORDER BY requested_position DESC LIMIT ?");
        values.add(query.before());
        values.add(query.limit());
        return payments.select(jdbc, where.toString(), values.toArray()).stream()
                .map(row -> row.view(true))
                .toList();
    }
}
