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
public final class Watch implements AutoCloseable {

    private final Outcomes outcomes;
    private final List<String> aggregateIds;
    private final ReentrantLock lock = new ReentrantLock();
    /** What was told while nobody waited. */
    private final Queue<Happened> told = new ArrayDeque<>();

    private @Nullable Waiting<?> waiting;

    /** What is waited for; the decision, once it is there. */
    private record Waiting<T>(Function<Happened, Optional<T>> decide, CompletableFuture<T> decision) {

        /** What gives the decision, if this event brings it. */
        private @Nullable Runnable decisionBy(Happened event) {
            try {
                return decide.apply(event)
                        .<Runnable>map(decided -> () -> decision.complete(decided))
                        .orElse(null);
            } catch (RuntimeException e) {
                // It is the fault of the one who waits, and not of the one who tells.
                return () -> decision.completeExceptionally(e);
            }
        }
    }

    Watch(Outcomes outcomes, List<String> aggregateIds) {
        this.outcomes = outcomes;
        this.aggregateIds = List.copyOf(aggregateIds);
    }

    List<String> aggregateIds() {
        return aggregateIds;
    }

    /** Takes in an event. Returns what wakes the one who waits, when this is what they wait for. */
    @Nullable
    Runnable tell(Happened event) {
        lock.lock();
        try {
            Waiting<?> waits = waiting;
            if (waits == null) {
                told.add(event);
                return null;
            }
            Runnable wake = waits.decisionBy(event);
            if (wake != null) {
                waiting = null;
            }
            return wake;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks at all that is stored by now.
     *
     * @param decide gets the events of each aggregate in their order, and tells what they amount to
     */
    public <T> Optional<T> stored(Function<Happened, Optional<T>> decide) {
        for (Happened event : outcomes.stored(aggregateIds)) {
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
     * @param decide gets the events as they are committed, one at a time, perhaps in the thread that commits them, so it is quick; in
     *     the end perhaps all once more, for another process may have committed some
     * @return empty when it is not decided after {@code patience}, or a little later; at once when too many wait already
     */
    public <T> Optional<T> await(Function<Happened, Optional<T>> decide, Duration patience) {
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
            Function<Happened, Optional<T>> decide, CompletableFuture<T> decision, Duration patience) {
        try {
            return Optional.of(outcomes.patience(patience).await(decision));
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

    private <T> CompletableFuture<T> begin(Function<Happened, Optional<T>> decide) {
        Waiting<T> waits = new Waiting<>(decide, new CompletableFuture<>());
        lock.lock();
        try {
            for (Happened event = told.poll(); event != null; event = told.poll()) {
                Runnable decided = waits.decisionBy(event);
                if (decided != null) {
                    decided.run();
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
        outcomes.forget(this);
    }
}
