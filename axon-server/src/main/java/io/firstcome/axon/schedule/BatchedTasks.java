package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.firstcome.axon.processors.BatchResource;
import io.firstcome.axon.serialization.Serializers;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tasks of one kind that the handlers of a batch of events schedule and cancel: written with the batch, in its transaction, by one
 * statement for all that begin and one for all that end. The scheduler itself would look, and then write, for each.
 *
 * <p>Idempotent: a task that is scheduled already stays as it is, and cancelling one that is gone, or that is being run at this
 * moment, does nothing. So whatever a task does must do nothing when it is no longer wanted.
 *
 * @param <T> the data of a task
 */
public final class BatchedTasks<T> {

    private static final int ROWS_AT_A_TIME = 500;

    private final TaskDescriptor<T> descriptor;
    private final JdbcTemplate jdbc;
    private final TaskDataSerializer json = new TaskDataSerializer(Serializers.forTasks());

    /** What one batch does. */
    private static final class Changes {
        private final Map<String, Object[]> scheduled = new LinkedHashMap<>();
        private final Set<String> cancelled = new TreeSet<>();
    }

    /** @param jdbc on the data source of the scheduler */
    public BatchedTasks(TaskDescriptor<T> descriptor, JdbcTemplate jdbc) {
        this.descriptor = descriptor;
        this.jdbc = jdbc;
    }

    /** Has the task run at that time. Only in a unit of work. */
    public void schedule(String instance, T data, Instant at) {
        changes().scheduled.put(instance, row(instance, data, at));
    }

    /** The same at once, in the transaction that is running, if any: for one task that no event asks for. */
    public void scheduleAlone(String instance, T data, Instant at) {
        insert(Collections.singletonList(row(instance, data, at)));
    }

    /** Whether the task waits or is being run: it is removed when it is done. */
    public boolean isScheduled(String instance) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM " + ScheduleConfiguration.TABLE + " WHERE task_name = ? AND task_instance = ?",
                        Integer.class,
                        descriptor.getTaskName(),
                        instance)
                .isEmpty();
    }

    private Object[] row(String instance, T data, Instant at) {
        return new Object[] {
            descriptor.getTaskName(), instance, json.serialize(data), LocalDateTime.ofInstant(at, ZoneOffset.UTC)
        };
    }

    /** Has the task not run. Only in a unit of work. */
    public void cancel(String instance) {
        Changes changes = changes();
        changes.scheduled.remove(instance);
        changes.cancelled.add(instance);
    }

    private Changes changes() {
        return BatchResource.of("tasks " + descriptor.getTaskName(), Changes::new, this::write);
    }

    private void write(Changes changes) {
        parts(changes.scheduled.values()).forEach(this::insert);
        parts(changes.cancelled).forEach(this::delete);
    }

    /** In the columns that the scheduler writes, its time zone too. */
    private void insert(List<Object[]> rows) {
        jdbc.update(
                "INSERT INTO " + ScheduleConfiguration.TABLE
                        + " (task_name, task_instance, task_data, execution_time, picked, version) VALUES "
                        + String.join(",", Collections.nCopies(rows.size(), "(?, ?, ?, ?, FALSE, 1)"))
                        + " ON DUPLICATE KEY UPDATE task_name = VALUES(task_name)",
                rows.stream().flatMap(Arrays::stream).toArray());
    }

    /** By the primary key: a look through the whole table would wait for what others have locked in it. */
    private void delete(List<String> instances) {
        List<Object> arguments = new ArrayList<>(instances);
        arguments.addFirst(descriptor.getTaskName());
        jdbc.update(
                "DELETE task FROM " + ScheduleConfiguration.TABLE + " task FORCE INDEX (PRIMARY)"
                        + " WHERE task.task_name = ? AND task.picked = FALSE AND task.task_instance IN ("
                        + String.join(",", Collections.nCopies(instances.size(), "?")) + ")",
                arguments.toArray());
    }

    private static <R> List<List<R>> parts(Collection<R> all) {
        List<R> rows = List.copyOf(all);
        List<List<R>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_AT_A_TIME) {
            parts.add(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_A_TIME)));
        }
        return parts;
    }
}
