package io.firstcome.axon.schedule;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.axon.processors.DeadLetterSource;
import io.firstcome.axon.processors.FailedCommandRetry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Table {@code failed_command} as operators see it, at any node: the commands of processes that failed for good. They are sent again
 * where the processes run.
 */
public final class FailedCommands implements DeadLetterSource {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final JdbcTemplate jdbc;
    private final BatchedTasks<FailedCommandRetry> retries;
    private final Clock clock;

    public FailedCommands(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.retries = new BatchedTasks<>(FailedCommandRetry.TASK, jdbc);
        this.clock = clock;
    }

    @Override
    public Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.query("SELECT process, COUNT(*) FROM failed_command GROUP BY process", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    @Override
    public List<Letter> list(String processor, @Nullable Place after, int limit) {
        return jdbc.query(
                "SELECT command_id, caused_by, command_type, aggregate_id, failed_at, cause FROM failed_command"
                        + " WHERE process = ? AND command_id > ? ORDER BY command_id LIMIT ?",
                (row, number) -> new Letter(
                        new Place(row.getString(1), 0),
                        row.getString(2),
                        simpleName(row.getString(3)),
                        row.getString(4),
                        null,
                        Micros.toInstant(row.getLong(5)),
                        row.getString(6)),
                processor,
                after == null ? "" : after.sequence(),
                limit);
    }

    /** Returns when the node that runs the processes has tried, or at the end. While one retry waits, another is the same one. */
    @Override
    public void retry(String processor, long end) {
        if (!counts().containsKey(processor)) {
            return;
        }
        retries.scheduleAlone(processor, new FailedCommandRetry(processor), clock.instant());
        while (retries.isScheduled(processor) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Earlier versions stored the name of the class with its package. */
    public static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
