package io.firstcome.query.reconciliation.readmodel;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.query.reconciliation.api.Discrepancy;
import io.firstcome.query.reconciliation.api.DiscrepancyKind;
import io.firstcome.query.writing.Positioned;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** A row of {@code reconciliation_view}: an order or a payment about which something is open. */
final class ReconciliationRow implements Positioned {

    final String subject;
    final @Nullable String paymentId;
    final String userId;
    final OpenState state;

    /** Whether the table has it. */
    final boolean stored;

    /** Null as long as no event has named it; something is open only after one has. */
    @Nullable
    String orderId;

    long since;
    long position;

    ReconciliationRow(String subject, @Nullable String paymentId, String userId, OpenState state, boolean stored) {
        this.subject = subject;
        this.paymentId = paymentId;
        this.userId = userId;
        this.state = state;
        this.stored = stored;
    }

    /** One of which nothing is open. */
    static ReconciliationRow blank(ReconciliationChange change, boolean stored) {
        OpenState state = change.paymentId() == null ? new OpenOrder() : new OpenPayment();
        return new ReconciliationRow(change.subject(), change.paymentId(), change.userId(), state, stored);
    }

    void add(ReconciliationChange change) {
        if (change.orderId() != null) {
            orderId = change.orderId();
        }
        state.apply(change);
        EventMessage<?> message = change.origin().message();
        since = state.since(Micros.of(message.getTimestamp()));
        position = change.origin().position();
    }

    boolean isSettled() {
        return kinds().isEmpty();
    }

    Set<DiscrepancyKind> kinds() {
        return state.kinds();
    }

    String orderId() {
        return Objects.requireNonNull(orderId, "orderId");
    }

    @Override
    public long position() {
        return position;
    }

    Discrepancy discrepancy(DiscrepancyKind kind) {
        return new Discrepancy(
                kind,
                Micros.toInstant(since),
                orderId(),
                paymentId == null ? state.paymentId() : paymentId,
                kind == DiscrepancyKind.COUPON_NOT_RESTORED ? state.couponId() : null,
                userId,
                state.productIds(kind));
    }
}
