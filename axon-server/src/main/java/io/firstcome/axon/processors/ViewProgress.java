package io.firstcome.axon.processors;

/** Tells how far the views are. */
public interface ViewProgress {

    /** The position of the newest stored event, 0 before the first. */
    long head();

    /** The position of the newest event that this processor has handled, wherever it runs; 0 when it has none. */
    long position(String processor);

    /** Whether the processor of this name has handled every event that is stored now. */
    default boolean hasCaughtUp(String processor) {
        long head = head();
        return position(processor) >= head;
    }
}
