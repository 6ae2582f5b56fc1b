package io.firstcome.axon.commandbus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import io.firstcome.axon.eventstore.ForeignWrites;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.axon.serialization.Serializers;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An {@link Error}, wherever it is thrown, costs the answers of one batch, and never the lane. */
class ErrorTest {

    private static final String COMMAND = "greet";

    private final AtomicBoolean breaks = new AtomicBoolean();
    private final AtomicInteger open = new AtomicInteger();
    private final GroupCommitCommandBus bus = new GroupCommitCommandBus(
            new GroupCommitSettings(1, 16, 100, Duration.ofSeconds(20)),
            this::startTransaction,
            new IdempotencyStore(mock(DataSource.class), InstantSource.system()),
            Serializers.forEvents(),
            new BrokenMetrics(),
            aloneWithNothing());

    private static AggregateMemory aloneWithNothing() {
        ForeignWrites none = mock(ForeignWrites.class);
        when(none.next(anyBoolean())).thenReturn(ForeignWrites.Found.NOTHING);
        AggregateMemory memory = mock(AggregateMemory.class);
        when(memory.foreignWrites()).thenReturn(none);
        return memory;
    }

    /** Their summaries throw when they are told to: a place outside of any handler. */
    private final class BrokenMetrics extends SimpleMeterRegistry {

        @Override
        protected DistributionSummary newDistributionSummary(
                Meter.Id id, DistributionStatisticConfig config, double scale) {
            DistributionSummary working = super.newDistributionSummary(id, config, scale);
            DistributionSummary broken = mock(DistributionSummary.class);
            doAnswer(call -> {
                        throwWhenTold();
                        working.record(call.<Double>getArgument(0));
                        return null;
                    })
                    .when(broken)
                    .record(anyDouble());
            return broken;
        }
    }

    private void throwWhenTold() {
        if (breaks.getAndSet(false)) {
            throw new NoClassDefFoundError("thrown by the test");
        }
    }

    private Transaction startTransaction() {
        open.incrementAndGet();
        return new Transaction() {
            @Override
            public void commit() {
                open.decrementAndGet();
            }

            @Override
            public void rollback() {
                open.decrementAndGet();
            }
        };
    }

    @BeforeEach
    void start() {
        bus.subscribe(COMMAND, command -> command.getPayload());
        bus.start();
    }

    @AfterEach
    void stop() throws Exception {
        assertThat(bus.stop(Duration.ofSeconds(10))).isTrue();
    }

    private static CommandMessage<Object> command(String payload) {
        return new GenericCommandMessage<>(new GenericMessage<Object>(payload), COMMAND);
    }

    private CommandResultMessage<?> send(String payload) throws Exception {
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        bus.dispatch(command(payload), (sent, result) -> answer.complete(result));
        return answer.get(10, SECONDS);
    }

    private void assertTheLaneGoesOn() throws Exception {
        assertThat(send("again").isExceptional()).isFalse();
        assertThat(open).as("open transactions").hasValue(0);
    }

    @Test
    void givenAnErrorOutsideOfAHandler_whenTheBatchEnds_thenItsOutcomeIsUnknownAndTheLaneGoesOn() throws Exception {
        breaks.set(true);

        CommandResultMessage<?> result = send("one");

        assertThat(result.exceptionResult())
                .isInstanceOfSatisfying(
                        CommandNotAcceptedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN));
        assertTheLaneGoesOn();
    }

    @Test
    void givenAnErrorInAHandler_whenHandled_thenItIsTheAnswerAndTheLaneGoesOn() throws Exception {
        var registration = bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            throw new StackOverflowError("thrown by the test");
        });

        CommandResultMessage<?> result = send("one");
        registration.cancel();

        assertThat(result.exceptionResult()).isInstanceOf(StackOverflowError.class);
        assertTheLaneGoesOn();
    }

    @Test
    void givenAnErrorBeforeTheCommit_whenHandled_thenTheTransactionIsRolledBackAndTheLaneGoesOn() throws Exception {
        var registration = bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            unitOfWork.onPrepareCommit(ready -> {
                throw new AssertionError("thrown by the test");
            });
            return chain.proceed();
        });

        CommandResultMessage<?> result = send("one");
        registration.cancel();

        assertThat(result.exceptionResult()).hasRootCauseInstanceOf(AssertionError.class);
        assertTheLaneGoesOn();
    }

    @Test
    void givenAnErrorAfterTheCommit_whenHandled_thenTheAnswerIsTheHandlersAndTheLaneGoesOn() throws Exception {
        AtomicBoolean told = new AtomicBoolean();
        var registration = bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            unitOfWork.afterCommit(done -> {
                throw new AssertionError("thrown by the test");
            });
            unitOfWork.afterCommit(done -> told.set(true));
            return chain.proceed();
        });

        CommandResultMessage<?> result = send("one");
        registration.cancel();

        assertThat(result.isExceptional()).isFalse();
        assertThat(told).as("the handlers behind it ran").isTrue();
        assertTheLaneGoesOn();
    }

    @Test
    void givenACallbackThatThrowsAnError_whenAnswered_thenTheLaneGoesOn() throws Exception {
        bus.dispatch(command("one"), (sent, result) -> {
            throw new AssertionError("thrown by the test");
        });

        assertTheLaneGoesOn();
    }

    /** The negative control: Axon's own unit of work leaves the transaction open on the thread. */
    @Test
    void givenAxonsOwnUnitOfWork_whenAnErrorEndsItsCommit_thenTheTransactionStaysOpen() {
        UnitOfWork<CommandMessage<?>> unitOfWork =
                new BatchingUnitOfWork<>(List.of(new GenericCommandMessage<>("one")));
        unitOfWork.start();
        unitOfWork.attachTransaction(this::startTransaction);
        unitOfWork.onPrepareCommit(ready -> {
            throw new AssertionError("thrown by the test");
        });

        assertThatThrownBy(() -> unitOfWork.executeWithResult(() -> "done")).isInstanceOf(AssertionError.class);

        assertThat(open).hasValue(1);
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
    }
}
