package io.firstcome.command.payment.card;

import io.firstcome.axon.eventstore.Micros;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts, every few seconds, the requests whose outcome is not known or whose command fails; forgets old notices. */
final class CardRequestMonitor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CardRequestMonitor.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** Those that a node of an earlier version has kept; the gateway sends a notice again for less than four days. */
    private static final Duration NOTICES_ARE_KEPT = Duration.ofDays(15);

    private static final int MOST_FORGOTTEN_AT_A_TIME = 10_000;

    private static final String COUNTS = """
        SELECT task_name,
               COUNT(*),
               SUM(task_data LIKE '%"unknown":"%'),
               SUM(task_data LIKE '%"problem":"%')
        FROM scheduled_task WHERE task_name IN (?, ?) GROUP BY task_name
        """;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("card-care").daemon().factory());
    private volatile Map<String, Long> counts = Map.of();
    private volatile boolean running;

    CardRequestMonitor(JdbcTemplate jdbc, Clock clock, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (String task : new String[] {TaskNames.CONFIRM, TaskNames.CANCEL}) {
            for (String state : new String[] {"open", "unknown", "failing"}) {
                Gauge.builder("firstcome.gateway.requests", this, care -> care.count(task, state))
                        .description("Requests to the card gateway that have not ended")
                        .tag("operation", task.substring("card-".length()))
                        .tag("state", state)
                        .register(metrics);
            }
        }
    }

    private double count(String task, String state) {
        return counts.getOrDefault(task + " " + state, 0L);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it reports its own failures
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::care, 1, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void care() {
        try {
            Map<String, Long> fresh = new HashMap<>();
            jdbc.query(
                    COUNTS,
                    row -> {
                        fresh.put(row.getString(1) + " open", row.getLong(2));
                        fresh.put(row.getString(1) + " unknown", row.getLong(3));
                        fresh.put(row.getString(1) + " failing", row.getLong(4));
                    },
                    TaskNames.CONFIRM,
                    TaskNames.CANCEL);
            counts = fresh;
            jdbc.update(
                    "DELETE FROM gateway_notice WHERE received_at < ? LIMIT " + MOST_FORGOTTEN_AT_A_TIME,
                    Micros.of(clock.instant().minus(NOTICES_ARE_KEPT)));
        } catch (RuntimeException | Error e) {
            // What a scheduled task throws ends it for ever.
            log.debug("Not counted: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
