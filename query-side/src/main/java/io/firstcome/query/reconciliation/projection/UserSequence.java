package io.firstcome.query.reconciliation.projection;

import io.firstcome.events.AboutUser;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * All events about one user belong together: an order is compared with its stocks, its payments and their coupons, and the buyer
 * is the one thing that all of these events name.
 */
final class UserSequence implements SequencingPolicy<EventMessage<?>> {

    @Override
    public @Nullable Object getSequenceIdentifierFor(EventMessage<?> message) {
        if (!AboutUser.class.isAssignableFrom(message.getPayloadType())) {
            return message instanceof DomainEventMessage<?> event ? event.getAggregateIdentifier() : null;
        }
        try {
            return ((AboutUser) message.getPayload()).userId().value();
        } catch (RuntimeException e) {
            // It cannot be read, so its user is not known: it is a sequence of its own.
            return message.getIdentifier();
        }
    }
}
