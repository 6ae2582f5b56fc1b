package io.firstcome.axon.processors;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Where a change comes from.
 *
 * @param position the event's place in commit order, 1 or more
 * @param version the event's number in its aggregate, 0 for the first: the aggregate's version after it
 */
public record EventPosition(EventMessage<?> message, long position, long version) {

    /**
     * The origin of an event that an event processor delivers.
     *
     * @throws IllegalArgumentException when the message carries no position
     */
    public static EventPosition of(DomainEventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null) {
            long position = tracked.trackingToken().position().orElseThrow();
            return new EventPosition(message, position, message.getSequenceNumber());
        }
        throw new IllegalArgumentException("An event without a position: " + message.getIdentifier());
    }
}
