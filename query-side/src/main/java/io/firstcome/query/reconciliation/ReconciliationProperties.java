package io.firstcome.query.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.reconciliation.*}.
 *
 * @param grace how long an order or a payment may wait for a step of the system before it is listed, up to 1 day
 * @param interval how often is counted what does not add up, 100 ms to 1 h
 */
@ConfigurationProperties("firstcome.reconciliation")
public record ReconciliationProperties(
        @DefaultValue("2m") Duration grace,
        @DefaultValue("15s") Duration interval) {

    private static final Duration LONGEST_GRACE = Duration.ofDays(1);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    public ReconciliationProperties {
        if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException("firstcome.reconciliation.grace must be 0 to 1d");
        }
        if (interval.compareTo(SHORTEST_INTERVAL) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException("firstcome.reconciliation.interval must be 100ms to 1h");
        }
    }
}
