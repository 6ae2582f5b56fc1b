package io.firstcome.axon.processors;

import io.firstcome.events.Texts;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells a server that is away from an event that cannot be taken.
 *
 * <p>The first passes: the batch is tried again until it does. The second does not: the event is dead-lettered, so that the others
 * go on. When in doubt it is the first, because a batch that waits loses nothing.
 */
public final class TransientFailures {

    /** Errors about the data that MySQL reports under the catch-all state HY000: no default, bad value, a check. */
    private static final Set<Integer> DATA_ERRORS = Set.of(1364, 1366, 3819);

    /** SQL states of class 22 are data exceptions, of class 23 violated constraints. */
    private static final Set<String> DATA_CLASSES = Set.of("22", "23");

    /** Faults of a server or of the way to it. */
    private static final List<Class<? extends Throwable>> PASSING =
            List.of(TransactionException.class, IOException.class, InterruptedException.class);

    private static final List<TransientErrors> OF_SERVERS =
            ServiceLoader.load(TransientErrors.class, TransientFailures.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    /** Axon cuts there, too, but perhaps through a character. */
    private static final int MESSAGE_LENGTH = 1_023;

    private TransientFailures() {}

    /** Tells whether trying again later can help. */
    public static boolean isTransient(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            Boolean answer = judge(t);
            if (answer != null) {
                return answer;
            }
        }
        return false;
    }

    private static @Nullable Boolean judge(Throwable t) {
        if (t instanceof SQLException sql) {
            return !isDataError(sql);
        }
        if (t instanceof DataAccessException && t.getCause() == null) {
            return !(t instanceof DataIntegrityViolationException
                    || t instanceof IncorrectResultSizeDataAccessException);
        }
        boolean passes = reasonOfServer(t) != null || PASSING.stream().anyMatch(type -> type.isInstance(t));
        return passes ? Boolean.TRUE : null;
    }

    /** What an operator is told when a server other than the database failed with this, its causes aside; else null. */
    static @Nullable String reasonOfServer(Throwable error) {
        return OF_SERVERS.stream()
                .map(server -> server.reason(error))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isDataError(SQLException sql) {
        String state = sql.getSQLState();
        return DATA_ERRORS.contains(sql.getErrorCode())
                || (state != null && state.length() >= 2 && DATA_CLASSES.contains(state.substring(0, 2)));
    }

    /**
     * What Axon's dead-letter invoker asks when a handler has failed.
     *
     * <p>It throws for what passes: "do not enqueue" would make the invoker swallow the event.
     */
    static EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (isTransient(cause)) {
            throw new RetryLater(cause);
        }
        return Decisions.enqueue(describe(cause));
    }

    /** What an operator is shown: the first cause, which says most and has no wrapping in its text. */
    static ThrowableCause describe(Throwable fault) {
        Throwable first = fault;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message =
                Objects.requireNonNullElse(first.getMessage(), first.getClass().getSimpleName());
        return new ThrowableCause(first.getClass().getName(), Texts.cut(message, MESSAGE_LENGTH));
    }

    /** Rolls a batch back so that it is tried again. */
    static final class RetryLater extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RetryLater(Throwable cause) {
            super(cause);
        }
    }
}
