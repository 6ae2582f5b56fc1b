package io.firstcome.query.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Counts again and again what does not add up: the gauges {@code firstcome.reconciliation.open}, and a line in the log whenever
 * there is more than before.
 */
@Component
class DiscrepancyMonitor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DiscrepancyMonitor.class);

    private final Supplier<Map<DiscrepancyKind, Long>> count;
    private final Duration interval;

    /** Null after a failure: an old number would say that all is well. */
    private volatile @Nullable Map<DiscrepancyKind, Long> latest = Map.of();

    private @Nullable ScheduledExecutorService thread;

    @Autowired
    DiscrepancyMonitor(Reconciler reconciler, ReconciliationProperties properties, MeterRegistry metrics) {
        this(reconciler::count, properties.interval(), metrics);
    }

    DiscrepancyMonitor(Supplier<Map<DiscrepancyKind, Long>> count, Duration interval, MeterRegistry metrics) {
        this.count = count;
        this.interval = interval;
        // Of every kind from the start: an alert must be able to tell none from not counted.
        for (DiscrepancyKind kind : DiscrepancyKind.values()) {
            Gauge.builder("firstcome.reconciliation.open", () -> open(kind))
                    .description("Orders and payments that have not added up for longer than the grace period")
                    .tag("kind", kind.name())
                    .register(metrics);
        }
    }

    private double open(DiscrepancyKind kind) {
        Map<DiscrepancyKind, Long> counts = latest;
        return counts == null ? Double.NaN : counts.getOrDefault(kind, 0L);
    }

    /** Counts now. */
    void tick() {
        Map<DiscrepancyKind, Long> counts = new EnumMap<>(count.get());
        Map<DiscrepancyKind, Long> before = latest;
        if (sum(counts) > (before == null ? 0 : sum(before))) {
            log.warn(
                    "{} orders and payments do not add up: {}. See GET /api/v1/reconciliation",
                    sum(counts),
                    tell(counts));
        }
        latest = counts;
    }

    private static long sum(Map<DiscrepancyKind, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String tell(Map<DiscrepancyKind, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // run reports the failures
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("reconciliation").daemon().factory());
            thread.scheduleWithFixedDelay(this::run, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What a scheduled task throws ends it for ever. */
    void run() {
        try {
            tick();
        } catch (RuntimeException | Error e) {
            latest = null;
            log.debug("It is counted again what does not add up", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
