package io.firstcome.axon.processing;

/** What one event changes in a view. */
public interface Change {

    /** The event: parked when the change cannot be written, recognised by its position when it was already. */
    Origin origin();
}
