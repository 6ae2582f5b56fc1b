package io.firstcome.command.rest;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One who waits for an outcome. Used by one thread. */
public final class Watch implements AutoCloseable {

    private final Outcomes outcomes;
    private final List<String> aggregateIds;
    private final BlockingQueue<Happened> queue = new LinkedBlockingQueue<>();

    Watch(Outcomes outcomes, List<String> aggregateIds) {
        this.outcomes = outcomes;
        this.aggregateIds = List.copyOf(aggregateIds);
    }

    List<String> aggregateIds() {
        return aggregateIds;
    }

    void tell(Happened event) {
        queue.add(event);
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
     * @param decide gets the events as they are committed; in the end perhaps all once more, for another process may have
     *     committed some
     * @return empty when it is not decided after {@code patience}
     */
    public <T> Optional<T> await(Function<Happened, Optional<T>> decide, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (Happened next = poll(end); next != null; next = poll(end)) {
            Optional<T> decided = decide.apply(next);
            if (decided.isPresent()) {
                return decided;
            }
        }
        return stored(decide);
    }

    private @Nullable Happened poll(long end) {
        try {
            return queue.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(
                    ProblemCode.OUTCOME_UNKNOWN,
                    "Repeat the request with the same Idempotency-Key to learn the outcome.");
        }
    }

    @Override
    public void close() {
        outcomes.forget(this);
    }
}
