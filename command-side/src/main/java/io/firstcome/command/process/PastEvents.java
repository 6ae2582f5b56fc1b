package io.firstcome.command.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentId;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Events that a process needs again long after it has handled them, so that it needs no state of its own.
 *
 * <p>They are kept in memory and else read from the event store. An event never changes, so nothing that is kept can be stale, and
 * what is lost is read again.
 */
public final class PastEvents {

    private static final int MOST_KEPT = 50_000;

    private final EventStore store;
    private final Cache<OrderId, OrderPlaced> placed = cache();
    private final Cache<PaymentId, OrderPaymentStarted> started = cache();
    private final Cache<PaymentId, PaymentRequested> requested = cache();

    public PastEvents(EventStore store) {
        this.store = store;
    }

    private static <K, E> Cache<K, E> cache() {
        return Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    }

    /** Keeps an event that is likely to be asked for soon. */
    public void keep(OrderPlaced event) {
        placed.put(event.orderId(), event);
    }

    /** Keeps an event that is likely to be asked for soon. */
    public void keep(OrderPaymentStarted event) {
        started.put(event.paymentId(), event);
    }

    /** Keeps an event that is likely to be asked for soon. */
    public void keep(PaymentRequested event) {
        requested.put(event.paymentId(), event);
    }

    /** @throws IllegalStateException when the order was never placed */
    public OrderPlaced placed(OrderId order) {
        return placed.get(order, id -> read(id, OrderPlaced.class, event -> true));
    }

    /** @throws IllegalStateException when the order has no such payment */
    public OrderPaymentStarted started(OrderId order, PaymentId payment) {
        return started.get(
                payment,
                id -> read(
                        order,
                        OrderPaymentStarted.class,
                        event -> event.paymentId().equals(id)));
    }

    /** @throws IllegalStateException when the payment was never requested */
    public PaymentRequested requested(PaymentId payment) {
        return requested.get(payment, id -> read(id, PaymentRequested.class, event -> true));
    }

    /** From its first event on, past all snapshots. */
    private <E> E read(Object aggregateId, Class<E> type, Predicate<E> wanted) {
        return store.readEvents(aggregateId.toString(), 0)
                .asStream()
                .map(message -> message.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(aggregateId + " has no such " + type.getSimpleName()));
    }
}
