package io.firstcome.axon.processors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;

/**
 * The events that one batch dead-letters.
 *
 * <p>Some are found when they are handled, some when the batch is written; they are stored in commit order at the end, so
 * that a sequence is later retried in order.
 */
final class BatchDeadLetters {

    /** An event on its way into the queue. */
    record Letter(Object sequence, DeadLetter<? extends EventMessage<?>> content) {

        private long position() {
            return content.message() instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
                    ? tracked.trackingToken().position().orElse(Long.MAX_VALUE)
                    : Long.MAX_VALUE;
        }
    }

    private final List<Runnable> before = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final Set<Object> sequences = new HashSet<>();

    /** Has {@code action} run before the letters are stored; it may add some. */
    void beforeStoring(Runnable action) {
        before.add(action);
    }

    void add(Letter letter) {
        letters.add(letter);
        sequences.add(letter.sequence());
    }

    boolean contains(Object sequence) {
        return sequences.contains(sequence);
    }

    void store(Consumer<Letter> queue) {
        before.forEach(Runnable::run);
        letters.sort(Comparator.comparingLong(Letter::position));
        letters.forEach(queue);
    }
}
