package io.firstcome.command.process;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.commandbus.GroupCommitSettings;
import io.firstcome.axon.eventstore.Micros;
import io.firstcome.axon.processors.FailedCommandRetry;
import io.firstcome.axon.schedule.FailedCommands;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.Rejection;
import io.firstcome.events.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the commands of processes that failed for good into table {@code failed_command}, and sends them again. */
public final class FailedProcessCommands {

    private static final Logger log = LoggerFactory.getLogger(FailedProcessCommands.class);
    private static final int CAUSE_LENGTH = 1_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final CommandBus bus;
    private final Serializer serializer;
    private final Clock clock;

    /** By their simple names, which are stored, so that a class may move. */
    private final Map<String, Class<?>> commands;

    private record Row(String stepId, String type, String command, String metaData) {}

    /**
     * Keeps the commands of processes.
     *
     * @param commands the types of commands that may be kept
     */
    public FailedProcessCommands(
            JdbcTemplate jdbc, CommandBus bus, Serializer serializer, Clock clock, Stream<Class<?>> commands) {
        this.commands = commands.collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
        this.jdbc = jdbc;
        this.bus = bus;
        this.serializer = serializer;
        this.clock = clock;
    }

    /** Puts a command aside, in the current transaction. */
    void add(String process, SentCommand step, Throwable failure) {
        AggregateCommand command = step.message().getPayload();
        MetaData metaData = step.message().getMetaData();
        jdbc.update(
                "INSERT INTO failed_command (process, command_id, caused_by, aggregate_id, command_type, command, metadata,"
                        + " cause, attempts, failed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                process,
                step.message().getIdentifier(),
                String.valueOf(metaData.getOrDefault(CommandMetaData.CAUSATION_ID, "")),
                command.aggregateId(),
                command.getClass().getSimpleName(),
                serializer.serialize(command, String.class).getData(),
                serializer.serialize(metaData, String.class).getData(),
                describe(failure),
                step.attempts(),
                Micros.of(clock.instant()));
    }

    /**
     * What the scheduler runs when an operator has asked for a retry.
     *
     * @param failed asked for late, because it is made after the tasks
     */
    public static Task<FailedCommandRetry> task(Supplier<FailedProcessCommands> failed) {
        return Tasks.custom(FailedCommandRetry.TASK).onDeadExecutionRevive().execute((instance, context) -> {
            failed.get().retry(instance.getData().process(), System.nanoTime() + LIMIT.toNanos());
            return new CompletionHandler.OnCompleteRemove<>();
        });
    }

    /**
     * Sends the failed commands of a process again, oldest first; what succeeds is forgotten.
     *
     * @param end when to begin no more, by {@link System#nanoTime()}
     */
    void retry(String processor, long end) {
        List<Row> rows = jdbc.query(
                "SELECT command_id, command_type, command, metadata FROM failed_command WHERE process = ? ORDER BY failed_at",
                (row, number) -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                processor);
        for (Row row : rows) {
            if (System.nanoTime() - end >= 0) {
                return;
            }
            retry(processor, row);
        }
    }

    private void retry(String process, Row row) {
        Throwable failure;
        try {
            SentCommand step = new SentCommand(message(row));
            step.dispatch(bus);
            failure = step.failure(System.nanoTime() + GroupCommitSettings.PATIENCE.toNanos());
        } catch (RuntimeException e) {
            failure = e;
        }
        if (failure == null) {
            log.info("The dead-lettered {} of {} is done", FailedCommands.simpleName(row.type()), process);
            jdbc.update("DELETE FROM failed_command WHERE process = ? AND command_id = ?", process, row.stepId());
        } else {
            jdbc.update(
                    "UPDATE failed_command SET attempts = attempts + 1, cause = ? WHERE process = ? AND command_id = ?",
                    describe(failure),
                    process,
                    row.stepId());
        }
    }

    private CommandMessage<AggregateCommand> message(Row row) {
        String type = FailedCommands.simpleName(row.type());
        Class<?> known = commands.get(type);
        if (known == null) {
            throw new IllegalStateException("There is no command " + type);
        }
        AggregateCommand command = serializer.deserialize(
                new SimpleSerializedObject<>(row.command(), String.class, known.getName(), null));
        MetaData metaData = serializer.deserialize(
                new SimpleSerializedObject<>(row.metaData(), String.class, MetaData.class.getName(), null));
        return new GenericCommandMessage<>(new GenericMessage<>(row.stepId(), command, metaData), known.getName());
    }

    /** The first cause, which says most. */
    static String describe(Throwable failure) {
        Rejection rejection = Rejection.in(failure);
        if (rejection != null) {
            return rejection.code() + ": " + rejection.title();
        }
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String text = first.getClass().getSimpleName() + ": " + first.getMessage();
        return Texts.cut(text, CAUSE_LENGTH);
    }
}
