package io.firstcome.command.payment.card;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.firstcome.command.payment.api.GatewayWebhooks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets a notice bring the next question forward, when one is due at all. However many notices come, whoever sends them: one question
 * in a gap, no row of any table, and a few connections at most.
 */
final class ScheduledGatewayWebhooks implements GatewayWebhooks {

    /** A look-up takes a millisecond, so more at a time are a flood; the gateway sends again what was not taken. */
    private static final int LOOK_UPS = 4;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** The gateway sends a notice again for less than three days. */
    private static final Duration REMEMBERED = Duration.ofDays(3);

    private final JdbcTemplate jdbc;
    private final SchedulerClient scheduler;
    private final Duration gap;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Semaphore lookUps = new Semaphore(LOOK_UPS);

    /** Of notices that had an effect. Without it, as after a restart, a notice that comes again asks the gateway once more. */
    private final Cache<String, Boolean> taken = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    ScheduledGatewayWebhooks(
            JdbcTemplate jdbc, SchedulerClient scheduler, Duration gap, Clock clock, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.gap = gap;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** @throws RejectedExecutionException when too many notices are being looked up */
    @Override
    public void statusChanged(String transmissionId, String paymentKey) {
        if (taken.getIfPresent(transmissionId) != null) {
            count("repeated");
            return;
        }
        begin();
        try {
            List<TaskInstanceId> waiting = waiting(paymentKey);
            if (waiting.isEmpty()) {
                count("nobody_waits");
            } else if (waiting.stream().filter(this::isAskedSooner).count() > 0) {
                taken.put(transmissionId, true);
                count("asked");
            } else {
                count("no_sooner");
            }
        } finally {
            lookUps.release();
        }
    }

    private void begin() {
        try {
            if (!lookUps.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                count("shed");
                throw new RejectedExecutionException("Too many notices are being looked up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("The server is stopping", e);
        }
    }

    @Override
    public void depositChanged() {
        count("deposit");
    }

    private List<TaskInstanceId> waiting(String paymentKey) {
        String prefix = TaskNames.prefix(paymentKey);
        return jdbc.query(
                "SELECT task_name, task_instance FROM scheduled_task WHERE task_name IN (?, ?)"
                        + " AND task_instance >= ? AND task_instance < ? AND picked = FALSE",
                (row, number) -> TaskInstanceId.of(row.getString(1), row.getString(2)),
                TaskNames.CONFIRM,
                TaskNames.CANCEL,
                prefix,
                TaskNames.behind(prefix));
    }

    /** Brings the next question about it forward, at most to the end of the gap; false when there is nothing to be brought forward. */
    private boolean isAskedSooner(TaskInstanceId id) {
        Optional<ScheduledExecution<Object>> task = scheduler.getScheduledExecution(id);
        if (task.isEmpty() || !(task.get().getData() instanceof CardTask job)) {
            return false;
        }
        Instant askedAt = job.progress().askedAt();
        if (askedAt == null) {
            return false; // It was not sent yet; it will be, as soon as it can.
        }
        Instant now = clock.instant();
        Instant earliest = askedAt.plus(gap);
        // As precise as what is stored: else the same instant would be sooner than itself.
        Instant next = (earliest.isAfter(now) ? earliest : now).truncatedTo(ChronoUnit.MICROS);
        try {
            return next.isBefore(task.get().getExecutionTime()) && scheduler.reschedule(id, next);
        } catch (TaskInstanceException running) {
            return false; // The question is being asked already.
        }
    }

    private void count(String effect) {
        metrics.counter("firstcome.gateway.notices", "effect", effect).increment();
    }
}
