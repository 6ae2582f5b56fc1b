package io.firstcome.query.payment.readmodel;

import io.firstcome.events.payment.PaymentId;
import io.firstcome.query.payment.api.FindPayment;
import io.firstcome.query.payment.api.FindPayments;
import io.firstcome.query.payment.api.PaymentView;
import io.firstcome.query.payment.api.Payments;
import io.firstcome.query.reading.Part;
import io.firstcome.query.reading.Snapshot;
import io.firstcome.query.reading.VersionWait;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers the queries about payments. */
@Component
class PaymentQueries {

    /** The processor that writes the tables. */
    private static final String PROCESSOR = "payment";

    private final PaymentRows rows;
    private final Snapshot snapshot;
    private final VersionWait wait;

    PaymentQueries(PaymentRows rows, Snapshot snapshot, VersionWait wait) {
        this.rows = rows;
        this.snapshot = snapshot;
        this.wait = wait;
    }

    @QueryHandler
    Optional<PaymentView> handle(FindPayment query) {
        return wait.find(
                PROCESSOR,
                PaymentId.TYPE + ":" + query.paymentId(),
                query.minVersion(),
                () -> find(query),
                PaymentView::version);
    }

    private Optional<PaymentView> find(FindPayment query) {
        String id = query.paymentId();
        String owner = query.owner();
        return snapshot.of(() -> rows.find(id)
                .filter(row -> owner == null || owner.equals(row.userId))
                .map(row -> row.view(rows.refunds(id), rows.history(id))));
    }

    @QueryHandler
    Payments handle(FindPayments query) {
        Part<PaymentRow> found =
                Part.of(rows.find(query.status(), query.refund(), query.before(), query.limit() + 1), query.limit());
        return new Payments(
                found.items().stream()
                        .map(row -> row.view(List.of(), List.of()))
                        .toList(),
                found.more());
    }
}
