package io.firstcome.query.order.projection;

import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/** The events of one order belong together, with what its payment tells about it. */
final class OrderSequence implements SequencingPolicy<EventMessage<?>> {

    @Override
    public @Nullable Object getSequenceIdentifierFor(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            return null;
        }
        if (PaymentRefunded.class.equals(event.getPayloadType())) {
            try {
                return ((PaymentRefunded) event.getPayload()).orderId().toString();
            } catch (RuntimeException e) {
                // It cannot be read: then it is about its payment at least.
                return event.getAggregateIdentifier();
            }
        }
        return event.getAggregateIdentifier();
    }
}
