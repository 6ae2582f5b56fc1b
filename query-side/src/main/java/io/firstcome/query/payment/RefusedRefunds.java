package io.firstcome.query.payment;

import io.firstcome.query.view.ViewFrame;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts, every few seconds, the payments whose refund is owed but was refused by the card gateway: gauge {@code
 * firstcome.refunds.failed}.
 */
@Component
class RefusedRefunds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RefusedRefunds.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final String select;

    /** NaN after a failure: an old number would say that all is well. */
    private volatile double count;

    private @Nullable ScheduledExecutorService thread;

    RefusedRefunds(ViewFrame frame, MeterRegistry metrics) {
        this.jdbc = frame.jdbc();
        this.select = "SELECT COUNT(*) FROM "
                + frame.table(PaymentProjection.PAYMENTS).name() + " WHERE refund_status = 'FAILED'";
        Gauge.builder("firstcome.refunds.failed", () -> count)
                .description("Payments whose refund is owed but was refused by the card gateway")
                .register(metrics);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it reports its own failures
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("refused-refunds").daemon().factory());
            thread.scheduleWithFixedDelay(this::count, 1, EVERY.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** What a scheduled task throws ends it for ever. */
    private void count() {
        try {
            count = Objects.requireNonNull(jdbc.queryForObject(select, Long.class));
        } catch (RuntimeException | Error e) {
            count = Double.NaN;
            log.debug("Not counted: {}", e.toString());
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
