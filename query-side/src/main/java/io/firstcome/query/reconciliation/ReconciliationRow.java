package io.firstcome.query.reconciliation;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.AboutUser;
import io.firstcome.query.view.ViewRow;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code reconciliation_view}: an order or a payment about which something is open. */
final class ReconciliationRow extends ViewRow<String> {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The order or payment as the event store knows it. */
    String subject;

    /** Null as long as no event has named it; something is open only after one has. */
    @Nullable
    String orderId;

    /** Null: it is an order. */
    @Nullable
    String paymentId;

    String userId;

    /** The names of the kinds, separated by commas. */
    String kinds;

    long since;

    /** The fields of what is open, as JSON. */
    String state;

    private transient @Nullable OpenState open;

    /**
     * An event as one order or one payment hears of it.
     *
     * @param subject the order or payment as the event store knows it
     * @param orderId bare; null: the event does not name the payment's order, which is known already
     * @param paymentId bare; null: an order hears of it
     */
    record Heard(
            String subject,
            @Nullable String orderId,
            @Nullable String paymentId,
            AboutUser event) {}

    @SuppressWarnings("NullAway.Init") // its table sets the fields
    ReconciliationRow() {}

    /** One of which nothing is open. */
    @SuppressWarnings("NullAway.Init") // the others are set before it is stored
    ReconciliationRow(Heard heard) {
        subject = heard.subject();
        paymentId = heard.paymentId();
        userId = heard.event().userId().value();
        open = paymentId == null ? new OpenOrder() : new OpenPayment();
    }

    @Override
    protected String key() {
        return subject;
    }

    private OpenState open() {
        if (open == null) {
            open = paymentId == null
                    ? JSON.readValue(state, OpenOrder.class)
                    : JSON.readValue(state, OpenPayment.class);
        }
        return open;
    }

    void add(Heard heard, EventPosition at) {
        if (heard.orderId() != null) {
            orderId = heard.orderId();
        }
        open().apply(heard.event());
        since = open().since(Micros.of(at.message().getTimestamp()));
    }

    /** What is open becomes columns. */
    void store() {
        Objects.requireNonNull(orderId, "orderId");
        kinds = kinds().stream().map(DiscrepancyKind::name).collect(Collectors.joining(","));
        state = JSON.writeValueAsString(open());
    }

    @Override
    protected boolean isDone() {
        return kinds().isEmpty();
    }

    Set<DiscrepancyKind> kinds() {
        return open().kinds();
    }

    DiscrepancyView discrepancy(DiscrepancyKind kind) {
        String order = Objects.requireNonNull(orderId, "orderId");
        String payment = paymentId == null ? open().paymentId() : paymentId;
        return new DiscrepancyView(
                DiscrepancyView.id(kind, order, payment),
                kind,
                Micros.toInstant(since),
                order,
                payment,
                kind == DiscrepancyKind.COUPON_NOT_RESTORED ? open().couponId() : null,
                userId,
                open().productIds(kind));
    }
}
