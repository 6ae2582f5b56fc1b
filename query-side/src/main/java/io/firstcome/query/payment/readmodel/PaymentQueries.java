package io.firstcome.query.payment.readmodel;

import io.firstcome.query.payment.api.FindPayment;
import io.firstcome.query.payment.api.FindPayments;
import io.firstcome.query.payment.api.PaymentView;
import io.firstcome.query.payment.api.Payments;
import io.firstcome.query.reading.Snapshot;
import io.firstcome.query.reading.VersionWait;
import io.firstcome.query.reading.Versioned;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
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

    /** A view that can be waited for. */
    private record Found(PaymentView view) implements Versioned {

        @Override
        public String id() {
            return view.paymentId();
        }

        @Override
        public long version() {
            return view.version();
        }
    }

    @QueryHandler
    Optional<PaymentView> handle(FindPayment query) {
        return wait.find(PROCESSOR, query.minVersion(), () -> find(query.paymentId(), query.owner()))
                .map(Found::view);
    }

    private Optional<Found> find(String paymentId, @Nullable String owner) {
        return snapshot.of(() -> rows.find(paymentId)
                .filter(row -> owner == null || owner.equals(row.userId))
                .map(row -> new Found(row.view(rows.refunds(paymentId), rows.history(paymentId)))));
    }

    @QueryHandler
    Payments handle(FindPayments query) {
        // One more than asked for tells whether there is a next part.
        List<PaymentView> found = rows.find(query.status(), query.before(), query.limit() + 1).stream()
                .map(row -> row.view(List.of(), List.of()))
                .toList();
        boolean more = found.size() > query.limit();
        return new Payments(more ? found.subList(0, query.limit()) : found, more);
    }
}
