package io.firstcome.command.process;

import static io.firstcome.command.process.ExampleOrder.NOW;
import static io.firstcome.command.process.ExampleOrder.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.axon.MessageOrigin;
import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.commandbus.CommandNotAcceptedException;
import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.processors.CurrentProcessor;
import io.firstcome.axon.processors.DeadLetterSource.Letter;
import io.firstcome.axon.processors.DeadLetterSource.Place;
import io.firstcome.axon.schedule.FailedCommands;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.FreshStore;
import io.firstcome.command.payment.api.PaymentCommand.CompleteRefund;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.payment.api.PaymentCommand.SettlePayment;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.PaymentErrorCode;
import io.firstcome.contract.Rejection;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.payment.RefundId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of the commands of a process. */
class RetryingCommandSenderIT {

    private static final String PROCESS = "order-process";
    private static final SettlePayment SETTLE = new SettlePayment(PAYMENT, NOW);
    private static final RefundPayment REFUND = new RefundPayment(PAYMENT, new RefundId("r1"), null, "why", null, NOW);
    private static final CompleteRefund COMPLETE = new CompleteRefund(PAYMENT, new RefundId("r1"), NOW);

    private final EventStoreDatabase database = FreshStore.open();
    private final ScriptedBus bus = new ScriptedBus();
    private final FailedProcessCommands deadLetters = new FailedProcessCommands(
            new JdbcTemplate(database.dataSource()),
            bus,
            Serializers.general(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Stream.of(SettlePayment.class, RefundPayment.class, CompleteRefund.class));
    private final FailedCommands shown = new FailedCommands(new JdbcTemplate(database.dataSource()), Clock.systemUTC());
    private final RetryingCommandSender steps = new RetryingCommandSender(bus, deadLetters);
    private final EventMessage<?> event = GenericEventMessage.asEventMessage("something")
            .withMetaData(Map.of(
                    CommandMetaData.USER_ID, "anna",
                    CommandMetaData.TRACE_ID, "trace",
                    CommandMetaData.CORRELATION_ID, "first"));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givenEvent_whenStepsFollowFromIt_thenTheyAreSentInOrderAndCarryItsOrigin() {
        handle(SETTLE, COMPLETE);

        assertThat(bus.commands()).containsExactly(SETTLE, COMPLETE);
        assertThat(bus.dispatched())
                .allSatisfy(message -> assertThat(message.getMetaData())
                        .containsEntry(CommandMetaData.USER_ID, "anna")
                        .containsEntry(CommandMetaData.TRACE_ID, "trace")
                        .containsEntry(CommandMetaData.CORRELATION_ID, "first")
                        .containsEntry(CommandMetaData.CAUSATION_ID, event.getIdentifier()));
        assertThat(failedCommands()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"OVERLOADED", "SHUTTING_DOWN", "STORE_UNAVAILABLE", "OUTCOME_UNKNOWN"})
    void givenStepThatIsNotTaken_whenTheOthersAre_thenTheWholeBatchIsToBeHandledAgain(Reason reason) {
        bus.failing(new CommandNotAcceptedException(reason));

        assertThatThrownBy(() -> handle(SETTLE, COMPLETE))
                .isInstanceOf(TransientCommandFailure.class)
                .hasCauseInstanceOf(CommandNotAcceptedException.class);
        assertThat(bus.commands()).containsExactly(SETTLE, COMPLETE);
        assertThat(failedCommands()).isEmpty();
    }

    @Test
    void givenStepThatFailsOnce_whenTriedAgain_thenItIsDone() {
        bus.failing(bug());

        handle(SETTLE);

        assertThat(bus.commands()).containsExactly(SETTLE, SETTLE);
        assertThat(failedCommands()).isEmpty();
    }

    @Test
    void givenStepThatKeepsFailing_whenOthersFollow_thenItIsADeadLetterAndTheyAreDone() {
        // The answers in the order of sending: both, then the first again.
        bus.failing(bug()).accepting().failing(bug()).failing(bug());

        handle(SETTLE, COMPLETE);

        assertThat(bus.commands()).containsExactly(SETTLE, COMPLETE, SETTLE, SETTLE);
        assertThat(failedCommands()).singleElement().satisfies(step -> {
            assertThat(step.type()).isEqualTo("SettlePayment");
            assertThat(step.aggregateId()).isEqualTo("payment:p1");
            assertThat(step.eventId()).isEqualTo(event.getIdentifier());
            assertThat(step.version()).isNull();
            assertThat(step.enqueuedAt()).isEqualTo(NOW);
            assertThat(step.reason()).isEqualTo("IllegalStateException: a bug");
        });
        assertThat(shown.counts()).containsExactly(Map.entry(PROCESS, 1L));
    }

    @Test
    void givenFaultAndOverload_whenTheBatchIsRolledBack_thenNothingIsADeadLetter() {
        bus.failing(bug())
                .failing(new CommandNotAcceptedException(Reason.OVERLOADED))
                .failing(bug())
                .failing(bug());

        assertThatThrownBy(() -> handle(SETTLE, COMPLETE)).isInstanceOf(TransientCommandFailure.class);
        assertThat(failedCommands()).isEmpty();
    }

    @Test
    void givenRefusal_whenItStays_thenTheStepIsADeadLetterWithItsCode() {
        for (int i = 0; i < 3; i++) {
            bus.failing(refused(PaymentErrorCode.PAYMENT_NOT_FOUND));
        }

        handle(REFUND);

        assertThat(failedCommands())
                .extracting(Letter::reason)
                .containsExactly("PAYMENT_NOT_FOUND: There is no such payment");
    }

    @Test
    void givenDeadLetteredStep_whenRetriedInVain_thenItStaysWithTheLatestReason() {
        fail(SETTLE);
        bus.failing(new IllegalArgumentException("another bug"));

        retry();

        assertThat(failedCommands())
                .extracting(Letter::reason)
                .containsExactly("IllegalArgumentException: another bug");
    }

    @Test
    void givenDeadLetteredSteps_whenRetried_thenTheyAreSentAsTheyWereAndForgotten() {
        fail(SETTLE);
        fail(REFUND);
        bus.dispatched().clear();

        retry();

        assertThat(bus.commands()).containsExactlyInAnyOrder(SETTLE, REFUND);
        assertThat(bus.dispatched())
                .allSatisfy(message -> assertThat(message.getMetaData())
                        .containsEntry(CommandMetaData.USER_ID, "anna")
                        .containsEntry(CommandMetaData.CORRELATION_ID, "first"));
        assertThat(failedCommands()).isEmpty();
        assertThat(shown.counts()).isEmpty();
    }

    @Test
    void givenStepDeadLetteredUnderTheNameOfItsClass_whenRetried_thenItIsSent() {
        fail(SETTLE);
        bus.dispatched().clear();
        storeType("io.firstcome.command.payment.api.SettlePayment");

        retry();

        assertThat(bus.commands()).containsExactly(SETTLE);
        assertThat(failedCommands()).isEmpty();
    }

    @Test
    void givenStepOfTypeThatIsNotKnown_whenRetried_thenItStaysAndSaysSo() {
        fail(SETTLE);
        storeType("EndPayment");

        retry();

        assertThat(failedCommands())
                .extracting(Letter::reason)
                .containsExactly("IllegalStateException: There is no command EndPayment");
    }

    @Test
    void givenDeadLetteredSteps_whenListedInParts_thenNoneIsMissedOrShownTwice() {
        fail(SETTLE);
        fail(REFUND);
        fail(COMPLETE);

        List<Letter> first = shown.list(PROCESS, null, 2);
        List<Letter> rest = shown.list(PROCESS, first.getLast().place(), 2);

        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(1);
        assertThat(first).doesNotContainAnyElementsOf(rest);
        assertThat(shown.list("another", new Place("", 0), 2)).isEmpty();
    }

    private void fail(AggregateCommand command) {
        bus.failing(bug()).failing(bug()).failing(bug());
        handle(command);
    }

    private void handle(AggregateCommand... commands) {
        UnitOfWork<EventMessage<?>> batch = DefaultUnitOfWork.startAndGet(event);
        batch.attachTransaction(database.transactionManager());
        batch.registerCorrelationDataProvider(new MessageOrigin());
        try {
            CurrentProcessor.interceptor(PROCESS, false).handle(batch, () -> null);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        for (AggregateCommand command : commands) {
            steps.send(command);
        }
        batch.commit();
    }

    private void storeType(String type) {
        int changed = database.inTransaction(() ->
                new JdbcTemplate(database.dataSource()).update("UPDATE failed_command SET command_type = ?", type));
        assertThat(changed).isOne();
    }

    private List<Letter> failedCommands() {
        return shown.list(PROCESS, null, 10);
    }

    private void retry() {
        database.inTransaction(() -> {
            deadLetters.retry(PROCESS, System.nanoTime() + Duration.ofMinutes(1).toNanos());
            return true;
        });
    }

    private static RuntimeException bug() {
        return new IllegalStateException("a bug");
    }

    private static CommandExecutionException refused(RejectionCode code) {
        return new CommandExecutionException(
                code.title(), null, new Rejection(code.name(), code.kind(), code.title()), false);
    }
}
