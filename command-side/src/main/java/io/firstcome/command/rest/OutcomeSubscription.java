package io.firstcome.command.rest;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One who waits for an outcome. Used by one thread.
 *
 * <p>Most of what happens to an order on its way decides nothing. So whoever tells an event asks at once whether it does, and only then
 * is the one who waits woken.
 */
public final class OutcomeSubscription implements AutoCloseable {

    private final OutcomeListener outcomes;
    private final List<String> aggregateIds;
    private final ReentrantLock lock = new ReentrantLock();
    /** What was told while nobody waited. */
    private final Queue<CommittedEvent> told = new ArrayDeque<>();

    private @Nullable Waiting<?> waiting;

    /** What is waited for; the decision, once it is there. */
    private record Waiting<T>(Function<CommittedEvent, Optional<T>> decide, CompletableFuture<T> decision) {

        /** Whether this event brings the decision. */
        private boolean isDecidedBy(CommittedEvent event) {
            try {
                return decide.apply(event).map(decision::complete).isPresent();
            } catch (RuntimeException e) {
                // It is the fault of the one who waits, and not of the one who tells.
                return decision.completeExceptionally(e);
            }
        }
    }

    OutcomeSubscription(OutcomeListener outcomes, List<String> aggregateIds) {
        this.outcomes = outcomes;
        this.aggregateIds = List.copyOf(aggregateIds);
    }

    List<String> aggregateIds() {
        return aggregateIds;
    }

    /** Takes in an event, and wakes the one who waits when this is what they wait for. */
    void tell(CommittedEvent event) {
        lock.lock();
        try {
            Waiting<?> waits = waiting;
            if (waits == null) {
                told.add(event);
            } else if (waits.isDecidedBy(event)) {
                waiting = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks at all that is stored by now.
     *
     * @param decide gets the events of each aggregate in their order, and tells what they amount to
     */
    public <T> Optional<T> stored(Function<CommittedEvent, Optional<T>> decide) {
        for (CommittedEvent event : outcomes.stored(aggregateIds)) {
            Optional<T> decided = decide.apply(event);
            if (decided.isPresent()) {
                return decided;
            }
        }
        return Optional.empty();
    }

    /**
     * Waits until {@code decide} tells what the events amount to.
     *
     * @param decide gets the events as the tail tells them, one at a time, perhaps in the tail's thread, so it is quick; perhaps some
     *     twice, for in the end all that is stored is read
     * @return empty when it is not decided after {@code patience}, or a little later; at once when too many wait already
     */
    public <T> Optional<T> await(Function<CommittedEvent, Optional<T>> decide, Duration patience) {
        CompletableFuture<T> decision = begin(decide);
        if (decision.isDone()) {
            return result(decide, decision, patience);
        }
        if (!outcomes.enter()) {
            end();
            // It may have been decided up to here.
            return decision.isDone() ? result(decide, decision, patience) : Optional.empty();
        }
        try {
            return result(decide, decision, patience);
        } finally {
            outcomes.leave();
        }
    }

    private <T> Optional<T> result(
            Function<CommittedEvent, Optional<T>> decide, CompletableFuture<T> decision, Duration patience) {
        try {
            return Optional.of(outcomes.timeout(patience).await(decision));
        } catch (TimeoutException e) {
            end();
            return stored(decide);
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            throw ProblemException.of(
                    ProblemCode.OUTCOME_UNKNOWN,
                    "Repeat the request with the same Idempotency-Key to learn the outcome.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    private <T> CompletableFuture<T> begin(Function<CommittedEvent, Optional<T>> decide) {
        Waiting<T> waits = new Waiting<>(decide, new CompletableFuture<>());
        lock.lock();
        try {
            for (CommittedEvent event = told.poll(); event != null; event = told.poll()) {
                if (waits.isDecidedBy(event)) {
                    return waits.decision();
                }
            }
            waiting = waits;
            return waits.decision();
        } finally {
            lock.unlock();
        }
    }

    /** From here on nobody else asks {@code decide}. */
    private void end() {
        lock.lock();
        try {
            waiting = null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        outcomes.cancel(this);
    }
}
