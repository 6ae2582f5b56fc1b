package io.firstcome.command.payment.card;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.firstcome.axon.store.Micros;
import io.firstcome.command.payment.api.GatewayNotices;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a notice bring the next question forward, when one is due at all. However many notices come: one question in a gap, and
 * nothing is kept of notices about payments that nobody waits for.
 */
final class CardNotices implements GatewayNotices {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SchedulerClient scheduler;
    private final Duration gap;
    private final Clock clock;
    private final MeterRegistry metrics;

    CardNotices(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            SchedulerClient scheduler,
            Duration gap,
            Clock clock,
            MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.scheduler = scheduler;
        this.gap = gap;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public void statusChanged(String transmissionId, String paymentKey) {
        List<TaskInstanceId> waiting = waiting(paymentKey);
        if (waiting.isEmpty()) {
            count("nobody_waits");
            return;
        }
        transaction.executeWithoutResult(status -> {
            int isNew = jdbc.update(
                    "INSERT IGNORE INTO gateway_notice (transmission_id, received_at) VALUES (?, ?)",
                    transmissionId,
                    Micros.of(clock.instant()));
            if (isNew == 0) {
                count("repeated");
            } else {
                count("asked");
                waiting.forEach(this::askSooner);
            }
        });
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

    private void askSooner(TaskInstanceId id) {
        Optional<ScheduledExecution<Object>> task = scheduler.getScheduledExecution(id);
        if (task.isEmpty() || !(task.get().getData() instanceof CardJob job)) {
            return;
        }
        Instant askedAt = job.progress().askedAt();
        if (askedAt == null) {
            return; // It was not sent yet; it will be, as soon as it can.
        }
        Instant now = clock.instant();
        Instant earliest = askedAt.plus(gap);
        Instant next = earliest.isAfter(now) ? earliest : now;
        try {
            if (next.isBefore(task.get().getExecutionTime())) {
                scheduler.reschedule(id, next);
            }
        } catch (TaskInstanceException running) {
            // The question is being asked already.
        }
    }

    private void count(String effect) {
        metrics.counter("firstcome.gateway.notices", "effect", effect).increment();
    }
}
