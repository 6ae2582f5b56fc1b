package io.firstcome.query.reading;

import io.firstcome.axon.processing.ViewProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Gives a view a moment before it is said that a thing does not exist: it may just have been created.
 *
 * <p>Nobody waits when the view is up to date, and how far it is, is looked up once for all who ask at the same time. Only so
 * many wait; who comes when all places are taken is told at once that there is nothing, as everybody is after 500 ms.
 */
@Component
class Newcomers {

    /** Views follow within some tens of milliseconds; what takes longer is an outage, for which nobody should wait. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    static final int PLACES = 64;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final ViewProgress progress;
    private final Semaphore places = new Semaphore(PLACES);
    private final ConcurrentMap<String, SharedCheck> checks = new ConcurrentHashMap<>();

    Newcomers(ViewProgress progress) {
        this.progress = progress;
    }

    /**
     * What {@code read} finds, which has just found nothing.
     *
     * @param processor the one that writes the rows
     */
    <S> Optional<S> find(String processor, Supplier<Optional<S>> read) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return await(
                    checks.computeIfAbsent(processor, name -> new SharedCheck(() -> progress.hasCaughtUp(name))), read);
        } finally {
            places.release();
        }
    }

    private static <S> Optional<S> await(SharedCheck caughtUp, Supplier<Optional<S>> read) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
        while (true) {
            // First the check: what was stored before it and is not found after it, is not there.
            boolean complete = caughtUp.get();
            Optional<S> found = read.get();
            if (found.isPresent() || complete || System.nanoTime() - end >= 0 || !pauses.next()) {
                return found;
            }
        }
    }
}
