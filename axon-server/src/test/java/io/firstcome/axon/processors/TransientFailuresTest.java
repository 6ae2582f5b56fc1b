package io.firstcome.axon.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class TransientFailuresTest {

    static Stream<Exception> passing() {
        return Stream.of(
                new SQLTransientConnectionException("no connection"),
                new CannotCreateTransactionException("no connection"),
                new UncategorizedSQLException("x", "x", new SQLException("lock wait timeout", "HY000", 1205)),
                new UncategorizedSQLException("x", "x", new SQLException("deadlock", "40001", 1213)),
                new BadSqlGrammarException("x", "x", new SQLException("no such table", "42S02", 1146)),
                new QueryTimeoutException("slow"),
                new IllegalStateException("wrapped", new IOException("broken pipe")));
    }

    static Stream<Exception> lasting() {
        return Stream.of(
                new IllegalArgumentException("a bad event"),
                new NullPointerException(),
                new DataIntegrityViolationException("too long", new SQLException("too long", "22001", 1406)),
                new DataIntegrityViolationException("no cause"),
                new IncorrectResultSizeDataAccessException(1, 2),
                new UncategorizedSQLException("x", "x", new SQLException("bad value", "HY000", 1366)),
                new UncategorizedSQLException("x", "x", new SQLException("check violated", "HY000", 3819)),
                new UncategorizedDataAccessException("x", new IllegalStateException()) {});
    }

    @ParameterizedTest
    @MethodSource("passing")
    void givenAServerThatIsAway_whenJudged_thenItIsTriedAgain(Exception fault) {
        assertThat(TransientFailures.isTransient(fault)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void givenABadEvent_whenJudged_thenTryingAgainDoesNotHelp(Exception fault) {
        assertThat(TransientFailures.isTransient(fault)).isFalse();
    }

    @Test
    void givenABadEvent_whenAxonAsks_thenItIsADeadLetterWithTheFirstCause() {
        EnqueueDecision<EventMessage<?>> decision = TransientFailures.decide(
                letter(), new IllegalStateException("outer", new IllegalArgumentException("the reason")));

        assertThat(decision.shouldEnqueue()).isTrue();
        assertThat(decision.enqueueCause().orElseThrow()).hasMessage("the reason");
    }

    @Test
    void givenALongReason_whenDescribed_thenItIsCutBetweenCharacters() {
        String tea = "\uD83C\uDF75";

        assertThat(TransientFailures.describe(new IllegalStateException("x".repeat(1_022) + tea)))
                .hasMessage("x".repeat(1_022));
        assertThat(TransientFailures.describe(new IllegalStateException("x".repeat(1_021) + tea)))
                .hasMessage("x".repeat(1_021) + tea);
        assertThat(TransientFailures.describe(new IllegalStateException())).hasMessage("IllegalStateException");
    }

    @Test
    void givenAServerThatIsAway_whenAxonAsks_thenItThrowsBecauseAxonWouldSwallowTheEvent() {
        assertThatThrownBy(() -> TransientFailures.decide(letter(), new IOException("away")))
                .isInstanceOf(TransientFailures.RetryLater.class)
                .satisfies(thrown ->
                        assertThat(TransientFailures.isTransient(thrown)).isTrue());
    }

    private static GenericDeadLetter<EventMessage<?>> letter() {
        return new GenericDeadLetter<>("sequence", GenericEventMessage.asEventMessage("event"));
    }
}
