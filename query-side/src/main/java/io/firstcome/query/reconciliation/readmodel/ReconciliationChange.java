package io.firstcome.query.reconciliation.readmodel;

import io.firstcome.axon.processors.Change;
import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.AboutUser;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * An event as one order or one payment hears of it.
 *
 * @param subject the order or payment as the event store knows it
 * @param orderId bare; null: the event does not name the payment's order, which is known already
 * @param paymentId bare; null: an order hears of it
 */
public record ReconciliationChange(
        String subject, @Nullable String orderId, @Nullable String paymentId, String userId, EventPosition origin)
        implements Change {

    /** An order hears of an event about its user. */
    public static ReconciliationChange ofOrder(OrderId order, DomainEventMessage<?> message) {
        return new ReconciliationChange(
                order.toString(), order.value(), null, userOf(message), EventPosition.of(message));
    }

    /** A payment hears of an event about its user. */
    public static ReconciliationChange ofPayment(
            PaymentId payment, @Nullable OrderId order, DomainEventMessage<?> message) {
        return new ReconciliationChange(
                payment.toString(),
                order == null ? null : order.value(),
                payment.value(),
                userOf(message),
                EventPosition.of(message));
    }

    private static String userOf(DomainEventMessage<?> message) {
        return ((AboutUser) message.getPayload()).userId().value();
    }

    Object event() {
        return origin.message().getPayload();
    }
}
