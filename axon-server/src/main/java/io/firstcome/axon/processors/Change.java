package io.firstcome.axon.processors;

/** What one event changes in a view. */
public interface Change {

    /** The event: dead-lettered when the change cannot be written, recognised by its position when it was already. */
    EventPosition origin();
}
