package io.firstcome.axon.processing;

/** Tells how far the views are. */
@FunctionalInterface
public interface ViewProgress {

    /** Whether the processor of this name has handled every event that is stored now. */
    boolean hasCaughtUp(String processor);
}
