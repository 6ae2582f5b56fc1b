package io.firstcome.axon.processors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the changes that a batch of events makes to a view and writes them before the commit.
 *
 * <p>When the database refuses the data of a batch, the changes are written one by one: those that it still refuses, and
 * those that follow one of them in its sequence, are dead-lettered; the others are kept. When the database is away, the batch fails
 * as a whole and is tried again.
 */
public final class ViewBatch<C extends Change> {

    private final ViewDeadLetterQueue queue;
    private final ChangeWriter<C> writer;
    private final String name;

    public ViewBatch(ViewDeadLetterQueue queue, ChangeWriter<C> writer) {
        this.queue = queue;
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
            writer.writeAll(changes);
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
            Object sequence = queue.sequenceOf(change.origin().message());
            if (stopped.contains(sequence)) {
                queue.add(change.origin().message(), null);
                continue;
            }
            try {
                writer.writeOne(change);
            } catch (RuntimeException e) {
                if (TransientFailures.isTransient(e)) {
                    throw e;
                }
                queue.add(change.origin().message(), e);
                stopped.add(sequence);
            }
        }
    }
}
