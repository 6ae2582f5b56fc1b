package io.firstcome.axon.processors;

import org.axonframework.eventhandling.DomainEventMessage;

/** Events of a type that this version of the program does not know. */
public final class UnknownEvents {

    private UnknownEvents() {}

    /** Tells whether the event belongs to aggregates of this type, by its aggregate's identifier. */
    public static boolean isOf(String aggregateType, DomainEventMessage<?> message) {
        return message.getAggregateIdentifier().startsWith(aggregateType + ":");
    }

    /**
     * Passes when the event is none of this aggregate type.
     *
     * @throws IllegalStateException when it is: it may matter to the view, so it is dead-lettered and not ignored
     */
    public static void refuse(DomainEventMessage<?> message, String aggregateType) {
        if (isOf(aggregateType, message)) {
            throw new IllegalStateException("An event of a type that is not known here: " + message.getIdentifier());
        }
    }
}
