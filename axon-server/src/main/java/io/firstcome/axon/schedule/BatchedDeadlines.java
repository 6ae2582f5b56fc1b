package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.firstcome.axon.processing.CurrentProcessor;
import io.firstcome.axon.processing.LateTransactions;
import io.firstcome.axon.processing.LateWriter;
import io.firstcome.axon.processing.PerBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.Registration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineToken;
import org.axonframework.deadline.dbscheduler.DbSchedulerHumanReadableDeadlineDetails;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Axon's deadlines, but those of a batch of events are written together: one statement for all that begin, one for all that are
 * cancelled. Axon's manager asks, and then writes, for each. Those of several batches of a process may be written together
 * ({@link LateTransactions}); a deadline that is cancelled in the meantime is never written.
 *
 * <p>A deadline that is being run at this moment is not cancelled; whoever handles it must find that there is nothing to do.
 */
final class BatchedDeadlines implements DeadlineManager, LateWriter {

    private static final String TASK = new DbSchedulerDeadlineToken("").getTaskName();
    private static final int IDS_AT_A_TIME = 500;

    private final DeadlineManager axon;
    private final Scheduler scheduler;
    private final Serializer serializer;
    private final JdbcTemplate jdbc;
    private final Map<String, Changes> unwritten = new ConcurrentHashMap<>();

    /** What a unit of work does. */
    private static final class Changes {
        private final Map<String, SchedulableInstance<?>> begun = new LinkedHashMap<>();
        private final Set<String> cancelled = new TreeSet<>();

        private void cancel(String id) {
            if (begun.remove(id) == null) {
                cancelled.add(id);
            }
        }

        private void append(Changes later) {
            begun.putAll(later.begun);
            later.cancelled.forEach(this::cancel);
        }
    }

    /**
     * @param axon runs those that are due, and does what is not done often
     * @param serializer as that of {@code axon}
     * @param jdbc on the data source of {@code scheduler}
     */
    BatchedDeadlines(DeadlineManager axon, Scheduler scheduler, Serializer serializer, JdbcTemplate jdbc) {
        this.axon = axon;
        this.scheduler = scheduler;
        this.serializer = serializer;
        this.jdbc = jdbc;
    }

    @Override
    public String schedule(
            Instant triggerDateTime, String deadlineName, @Nullable Object messageOrPayload, ScopeDescriptor scope) {
        if (!CurrentUnitOfWork.isStarted()) {
            return axon.schedule(triggerDateTime, deadlineName, messageOrPayload, scope);
        }
        String id = IdentifierFactory.getInstance().generateIdentifier();
        DeadlineMessage<?> message =
                GenericDeadlineMessage.asDeadlineMessage(deadlineName, messageOrPayload, triggerDateTime);
        TaskInstance<?> task = new TaskInstance<>(TASK, id, details(deadlineName, scope, message));
        changes().begun.put(id, SchedulableInstance.of(task, triggerDateTime));
        return id;
    }

    private DbSchedulerHumanReadableDeadlineDetails details(
            String name, ScopeDescriptor scope, DeadlineMessage<?> message) {
        SerializedObject<String> descriptor = serializer.serialize(scope, String.class);
        SerializedObject<String> payload = serializer.serialize(message.getPayload(), String.class);
        return new DbSchedulerHumanReadableDeadlineDetails(
                name,
                descriptor.getData(),
                descriptor.getType().getName(),
                payload.getData(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                serializer.serialize(message.getMetaData(), String.class).getData());
    }

    @Override
    public void cancelSchedule(String deadlineName, String scheduleId) {
        if (!CurrentUnitOfWork.isStarted()) {
            axon.cancelSchedule(deadlineName, scheduleId);
            return;
        }
        changes().cancel(scheduleId);
    }

    private Changes changes() {
        return PerBatch.of("deadlines", Changes::new, this::writeOrKeep);
    }

    private void writeOrKeep(Changes changes) {
        String process = CurrentProcessor.name();
        if (process != null && LateTransactions.isOpen()) {
            unwritten.computeIfAbsent(process, none -> new Changes()).append(changes);
        } else {
            write(changes);
        }
    }

    @Override
    public void write(String process) {
        Changes changes = unwritten.get(process);
        if (changes != null) {
            write(changes);
        }
    }

    @Override
    public void written(String process) {
        unwritten.remove(process);
    }

    @Override
    public void drop(String process) {
        unwritten.remove(process);
    }

    private void write(Changes changes) {
        if (!changes.begun.isEmpty()) {
            scheduler.scheduleBatch(List.copyOf(changes.begun.values()));
        }
        List<String> cancelled = List.copyOf(changes.cancelled);
        for (int from = 0; from < cancelled.size(); from += IDS_AT_A_TIME) {
            delete(cancelled.subList(from, Math.min(cancelled.size(), from + IDS_AT_A_TIME)));
        }
    }

    /** By its index: a look through the whole table would wait for what others have locked in it. */
    private void delete(List<String> ids) {
        List<Object> arguments = new ArrayList<>(ids);
        arguments.addFirst(TASK);
        jdbc.update(
                "DELETE task FROM " + ScheduleConfiguration.TABLE + " task FORCE INDEX (PRIMARY)"
                        + " WHERE task.task_name = ? AND task.picked = FALSE AND task.task_instance IN ("
                        + String.join(",", Collections.nCopies(ids.size(), "?")) + ")",
                arguments.toArray());
    }

    @Override
    public void cancelAll(String deadlineName) {
        axon.cancelAll(deadlineName);
    }

    @Override
    public void cancelAllWithinScope(String deadlineName, ScopeDescriptor scope) {
        axon.cancelAllWithinScope(deadlineName, scope);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super DeadlineMessage<?>> dispatchInterceptor) {
        throw new IllegalStateException("Deadlines have no dispatch interceptors");
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super DeadlineMessage<?>> handlerInterceptor) {
        return axon.registerHandlerInterceptor(handlerInterceptor);
    }
}
