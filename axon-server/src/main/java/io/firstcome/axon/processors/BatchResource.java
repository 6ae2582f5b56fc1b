package io.firstcome.axon.processors;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What the handlers of one batch of events share: collected event by event, written once. */
public final class BatchResource {

    private BatchResource() {}

    /**
     * Returns the {@code name}d thing of the current batch, made by {@code empty} at its first use.
     *
     * @param write called once after all events of the batch are handled and before its transaction commits; what it throws
     *     rolls the batch back
     */
    public static <T> T of(String name, Supplier<T> empty, Consumer<T> write) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        T there = batch.getResource(name);
        if (there != null) {
            return there;
        }
        // Not by getOrComputeResource: what is made may itself need another thing of the batch.
        T made = empty.get();
        batch.resources().put(name, made);
        batch.onPrepareCommit(ready -> {
            // What comes while others write is made anew, and written too.
            batch.resources().remove(name, made);
            write(write, made);
        });
        return made;
    }

    /** Axon rolls a batch back by exceptions alone: an Error would leave its transaction open on the thread. */
    private static <T> void write(Consumer<T> write, T made) {
        try {
            write.accept(made);
        } catch (Error e) {
            throw new IllegalStateException("An Error ended the writing of a batch", e);
        }
    }
}
