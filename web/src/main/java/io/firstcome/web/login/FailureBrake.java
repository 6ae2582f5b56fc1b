package io.firstcome.web.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slows down guessing: after so many failures within a minute a key is refused until the minute is over.
 *
 * <p>Only failures count, so a crowd with the right passwords passes. It holds at most some thousand keys and forgets the
 * least used first, so it can't be made to fill the memory.
 */
final class FailureBrake {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_KEYS = 10_000;

    private final int maxFailures;
    private final Cache<String, AtomicInteger> failures =
            Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterWrite(WINDOW).build();

    FailureBrake(int maxFailures) {
        this.maxFailures = maxFailures;
    }

    /** Passes unless {@code key} has failed too often; then {@code TOO_MANY_REQUESTS}. */
    void check(String key) {
        AtomicInteger count = failures.getIfPresent(key);
        if (count != null && count.get() >= maxFailures) {
            throw ProblemException.of(ProblemCode.TOO_MANY_REQUESTS, "Too many failed attempts. Wait a minute.")
                    .withHeader("Retry-After", Long.toString(WINDOW.toSeconds()));
        }
    }

    /** Counts a failure; the minute begins with the first. */
    void failed(String key) {
        failures.asMap().computeIfAbsent(key, ignored -> new AtomicInteger()).incrementAndGet();
    }
}
