package io.firstcome.axon.processors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;

/**
 * Collects the changes that a batch of events makes to a view and writes them before the commit.
 *
 * <p>When the database refuses the data of a batch, the changes are written one by one: those that it still refuses, and
 * those that follow one of them in its sequence, are dead-lettered; the others are kept. When the database is away, the
 * batch fails as a whole and is tried again.
 *
 * @param <C> what one event changes in the view
 */
public final class ViewBatch<C> {

    private final ViewDeadLetterQueue queue;
    private final Function<C, EventMessage<?>> event;
    private final Consumer<List<C>> writer;
    private final String name;

    /**
     * The batches of one view.
     *
     * @param event that a change comes from: dead-lettered when the change cannot be written
     * @param writer writes changes in order, in the current transaction and in as few statements as it takes; it
     *     ignores what the tables already hold, so that it may be called for each change after it failed half-way
     */
    public ViewBatch(ViewDeadLetterQueue queue, Function<C, EventMessage<?>> event, Consumer<List<C>> writer) {
        this.queue = queue;
        this.event = event;
        this.writer = writer;
        this.name = "changes of " + queue.group();
    }

    /** Adds what the event that is being handled changes. */
    public void add(C change) {
        BatchResource.of(name, this::open, changes -> {}).add(change);
    }

    private List<C> open() {
        List<C> changes = new ArrayList<>();
        queue.letters().beforeStoring(() -> write(changes));
        return changes;
    }

    private void write(List<C> changes) {
        try {
            writer.accept(changes);
        } catch (RuntimeException e) {
            if (TransientFailures.isTransient(e)) {
                throw e;
            }
            writeOneByOne(changes);
        }
    }

    private void writeOneByOne(List<C> changes) {
        Set<Object> stopped = new HashSet<>();
        for (C change : changes) {
            EventMessage<?> message = event.apply(change);
            Object sequence = queue.sequenceOf(message);
            if (stopped.contains(sequence)) {
                queue.add(message, null);
                continue;
            }
            try {
                writer.accept(List.of(change));
            } catch (RuntimeException e) {
                if (TransientFailures.isTransient(e)) {
                    throw e;
                }
                queue.add(message, e);
                stopped.add(sequence);
            }
        }
    }
}
