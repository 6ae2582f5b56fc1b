package io.firstcome.web.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts failures by key: after so many within a minute the brake is on for that key, until the minute is over.
 *
 * <p>Only failures count, so a crowd with the right passwords passes. It holds at most some thousand keys and forgets the
 * least used first, so it can't be made to fill the memory. It protects and decides nothing: when its memory is lost, as by a
 * restart, a guesser has the failures of one more minute.
 */
final class FailureBrake {

    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int MAX_KEYS = 10_000;

    private final int maxFailures;
    private final Cache<String, AtomicInteger> failures =
            Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterWrite(WINDOW).build();

    FailureBrake(int maxFailures) {
        this.maxFailures = maxFailures;
    }

    boolean isOn(String key) {
        AtomicInteger count = failures.getIfPresent(key);
        return count != null && count.get() >= maxFailures;
    }

    /** Counts a failure; the minute begins with the first. */
    void failed(String key) {
        failures.asMap().computeIfAbsent(key, ignored -> new AtomicInteger()).incrementAndGet();
    }

    /** How many keys it holds. */
    long size() {
        failures.cleanUp();
        return failures.estimatedSize();
    }
}
