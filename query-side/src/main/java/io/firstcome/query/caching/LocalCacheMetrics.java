package io.firstcome.query.caching;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.IntStream;

/** What is counted of one kind of things in memory. */
final class LocalCacheMetrics {

    private static final Duration[] BOUNDS = IntStream.of(5, 10, 25, 50, 100, 250, 500, 1_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Counter hits;
    private final Counter cold;
    private final Counter stale;
    private final Timer staleness;

    LocalCacheMetrics(MeterRegistry metrics, String view) {
        this.hits = CachedReader.reads(metrics, view, "near");
        this.cold = misses(metrics, view, "cold");
        this.stale = misses(metrics, view, "stale");
        this.staleness = Timer.builder("firstcome.near.staleness")
                .description("From an event to its being shown from memory")
                .tag("view", view)
                .serviceLevelObjectives(BOUNDS)
                .register(metrics);
    }

    private static Counter misses(MeterRegistry metrics, String view, String reason) {
        return Counter.builder("firstcome.near.misses")
                .description("Reads that could not be answered from memory")
                .tag("view", view)
                .tag("reason", reason)
                .register(metrics);
    }

    void hit() {
        hits.increment();
    }

    /** It was not there. */
    void cold() {
        cold.increment();
    }

    /** It was not known to be fresh. */
    void stale() {
        stale.increment();
    }

    void followed(Duration age) {
        staleness.record(age.isNegative() ? Duration.ZERO : age);
    }
}
