package io.firstcome.command.rejection;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.contract.Rejection;
import io.firstcome.contract.RejectionCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts rejections in memory and adds them to {@code refusal_count} once a second.
 *
 * <p>A crash loses the rejections of the last second: they are for operators, nothing is decided by them. Rejections of
 * unknown aggregates are not counted by aggregate, for their ids have no bound.
 */
public final class RejectionCounts implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RejectionCounts.class);

    private final EventStoreDatabase database;
    private final JdbcTemplate jdbc;
    private final MeterRegistry metrics;
    private final Map<String, Counter> meters = new ConcurrentHashMap<>();
    private final Map<Counted, Long> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("refusal-counts").daemon().factory());
    private volatile boolean running;

    private record Counted(String aggregateId, String code) {}

    public RejectionCounts(EventStoreDatabase database, MeterRegistry metrics) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.metrics = metrics;
    }

    /** Counts one rejection. Returns at once. */
    public void count(String aggregateId, Rejection rejection) {
        meterOf(rejection.code()).increment();
        if (rejection.kind() != RejectionCode.Kind.NOT_FOUND) {
            waiting.merge(new Counted(aggregateId, rejection.code()), 1L, Long::sum);
        }
    }

    private Counter meterOf(String code) {
        Counter known = meters.get(code);
        return known != null
                ? known
                : meters.computeIfAbsent(code, unknown -> metrics.counter("firstcome.refusals", "code", unknown));
    }

    /** Adds what was counted since the last time; what the database does not take stays for the next time. */
    synchronized void write() {
        List<Object[]> rows = new ArrayList<>();
        Map<Counted, Long> taken = new HashMap<>();
        for (Counted counted : List.copyOf(waiting.keySet())) {
            Long count = waiting.remove(counted);
            if (count != null) {
                taken.put(counted, count);
                rows.add(new Object[] {counted.aggregateId(), counted.code(), count, count});
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        try {
            database.inTransaction(() -> jdbc.batchUpdate(
                    "INSERT INTO refusal_count (aggregate_id, code, refused) VALUES (?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE refused = refused + ?",
                    rows));
        } catch (RuntimeException | Error e) {
            // What a scheduled task throws ends it for ever.
            log.warn("Refusal counts wait for the database: {}", e.toString());
            taken.forEach((counted, count) -> waiting.merge(counted, count, Long::sum));
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // write reports its own failures
    public void start() {
        writer.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        writer.shutdown();
        write();
    }

    /** After the web server has stopped: the requests that drained are counted. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
