package io.firstcome.axon.saga;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the batches of processors did and the database has not yet, by processor.
 *
 * <p>The database is asked under the same lock under which changes are forgotten that it has: nothing falls in between.
 */
final class Unwritten {

    private final Map<String, SagaChanges> changes = new HashMap<>();

    synchronized void add(String process, SagaChanges done) {
        changes.computeIfAbsent(process, none -> new SagaChanges()).append(done);
    }

    /** For the thread of the process: nobody else changes them. */
    synchronized SagaChanges of(String process) {
        return changes.getOrDefault(process, new SagaChanges());
    }

    synchronized void clear(String process) {
        changes.remove(process);
    }

    /** The process with that id: as it was left, else what is {@code stored}. */
    synchronized @Nullable SagaRow find(String id, Supplier<@Nullable SagaRow> stored) {
        for (SagaChanges done : changes.values()) {
            SagaRow row = done.find(id);
            if (row != null || done.isDeleted(id)) {
                return row;
            }
        }
        return stored.get();
    }

    /** Those that are found, by what is {@code stored} and what was done since. */
    synchronized Set<String> correct(Sought sought, Supplier<Set<String>> stored) {
        Set<String> found = stored.get();
        for (SagaChanges done : changes.values()) {
            found = done.correct(sought, found);
        }
        return found;
    }
}
