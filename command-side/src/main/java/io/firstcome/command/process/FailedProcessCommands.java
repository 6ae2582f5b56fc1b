package io.firstcome.command.process;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.commandbus.GroupCommitSettings;
import io.firstcome.axon.eventstore.Micros;
import io.firstcome.axon.processors.DeadLetterSource;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.Rejection;
import io.firstcome.events.Texts;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code failed_command}: the commands of processes that failed for good. */
public final class FailedProcessCommands implements DeadLetterSource {

    private static final Logger log = LoggerFactory.getLogger(FailedProcessCommands.class);
    private static final int CAUSE_LENGTH = 1_000;

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

    @Override
    public void retry(String processor, long end) {
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
            log.info("The dead-lettered {} of {} is done", simpleName(row.type()), process);
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
        String type = simpleName(row.type());
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

    /** Earlier versions stored the name of the class with its package. */
    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
