package io.firstcome.query.caching;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.near.*}.
 *
 * @param size how many things of a kind are kept at most; 0: none, every read asks Redis or MySQL
 * @param poll how often the store is asked for what other processes stored, while nothing is stored here; 1 ms to 1 s
 * @param maxAge how long ago everything must have been in memory for an answer from it; up to 10 s
 */
@ConfigurationProperties("firstcome.near")
public record LocalCacheProperties(
        @DefaultValue("10000") int size,
        @DefaultValue("25ms") Duration poll,
        @DefaultValue("200ms") Duration maxAge) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_AGE = Duration.ofSeconds(10);

    public LocalCacheProperties {
        if (size < 0) {
            throw new IllegalArgumentException("firstcome.near.size must be 0 or more");
        }
        require("poll", poll, LONGEST_POLL);
        require("max-age", maxAge, LONGEST_AGE);
    }

    private static void require(String name, Duration value, Duration longest) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "firstcome.near." + name + " must be 1ms to " + longest.toSeconds() + "s");
        }
    }
}
