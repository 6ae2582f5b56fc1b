package io.firstcome.command.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.commandbus.CommandNotAcceptedException;
import io.firstcome.command.rejection.RejectionCounts;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.Rejection;
import io.firstcome.contract.RejectionCode;
import io.firstcome.contract.RejectionCode.Kind;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.Role;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Answers;

/** What becomes of a command's result on its way to the client. */
class CommandsTest {

    private static final Caller ANNA = new Caller("anna", Set.of(Role.CUSTOMER), null);
    private static final Rejection SOLD_OUT = new Rejection("TEA_SOLD_OUT", Kind.CONFLICT, "The tea is gone");

    private final RejectionCounts refusals = mock(RejectionCounts.class);
    private final AtomicReference<@Nullable CommandMessage<?>> sent = new AtomicReference<>();

    record BrewTea() implements AggregateCommand {

        @Override
        public String aggregateId() {
            return "tea:1";
        }

        @Override
        public RejectionCode whenUnknown() {
            throw new UnsupportedOperationException("The bus tells");
        }
    }

    @Test
    void givenHandledCommand_whenSent_thenTheAnswerHasThePayloadAndTheVersion() {
        CommandAnswer<String> answer = send(result("brewed", Map.of(CommandMetaData.VERSION, 7L)), null);

        assertThat(answer).isEqualTo(new CommandAnswer<>("brewed", 7L, false));
    }

    @Test
    void givenRepeatedCommand_whenSent_thenTheAnswerSaysSo() {
        CommandAnswer<String> answer =
                send(result("brewed", Map.of(CommandMetaData.VERSION, 7L, CommandMetaData.REPLAYED, true)), null);

        assertThat(answer.replayed()).isTrue();
    }

    @Test
    void givenCaller_whenSent_thenTheCommandTellsWhoAndWhichRequest() {
        send(result("brewed", Map.of()), new IdempotentRequest("key", new byte[] {1, (byte) 0xab}));

        CommandMessage<?> message = Objects.requireNonNull(sent.get());
        assertThat(message.getPayload()).isEqualTo(new BrewTea());
        assertThat(message.getMetaData())
                .containsEntry(CommandMetaData.USER_ID, "anna")
                .containsEntry(CommandMetaData.IDEMPOTENCY_KEY, "key")
                .containsEntry(CommandMetaData.IDEMPOTENCY_FINGERPRINT, "01ab")
                .containsKey(CommandMetaData.TRACE_ID);
    }

    @ParameterizedTest
    @CsvSource({"NOT_FOUND,404", "CONFLICT,409", "PAYMENT_REQUIRED,402"})
    void givenRefusal_whenSent_thenItsKindIsTheStatusAndItIsCounted(Kind kind, int status) {
        Rejection rejection = new Rejection("TEA_REFUSED", kind, "No tea");
        ProblemException problem = problem(refused(rejection, Map.of()));

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo("TEA_REFUSED");
        assertThat(problem.title()).isEqualTo("No tea");
        assertThat(problem.headers()).isEmpty();
        verify(refusals).count("tea:1", rejection);
    }

    @Test
    void givenRepeatedRefusal_whenSent_thenItIsTheFirstAnswerAndIsNotCountedAgain() {
        ProblemException problem =
                problem(refused(SOLD_OUT, Map.of(CommandMetaData.REPLAYED, true, CommandMetaData.TRACE_ID, "first")));

        assertThat(problem.traceId()).isEqualTo("first");
        assertThat(problem.headers()).containsEntry(CommandAnswer.REPLAYED_HEADER, "true");
        verify(refusals, never()).count(any(), any());
    }

    @ParameterizedTest
    @CsvSource({
        "OVERLOADED,503,UNAVAILABLE",
        "SHUTTING_DOWN,503,UNAVAILABLE",
        "STORE_UNAVAILABLE,503,UNAVAILABLE",
        "OUTCOME_UNKNOWN,503,OUTCOME_UNKNOWN",
        "IDEMPOTENCY_KEY_IN_USE,409,IDEMPOTENCY_KEY_IN_USE",
        "IDEMPOTENCY_KEY_REUSED,422,IDEMPOTENCY_KEY_REUSED"
    })
    void givenCommandThatTheBusDoesNotTake_whenSent_thenItsReasonIsTold(
            CommandNotAcceptedException.Reason reason, int status, String code) {
        ProblemException problem = problem(failed(new CommandNotAcceptedException(reason), Map.of()));

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.headers().containsKey("Retry-After")).isEqualTo(status == 503);
        verify(refusals, never()).count(any(), any());
    }

    @Test
    void givenFault_whenSent_thenItIsNoRefusal() {
        IllegalArgumentException fault = new IllegalArgumentException("a bug");

        assertThatIllegalStateException()
                .isThrownBy(() -> send(failed(fault, Map.of()), null))
                .withCause(fault);
        verify(refusals, never()).count(any(), any());
    }

    @Test
    void givenInterruptedCaller_whenItWaits_thenTheOutcomeIsUnknownAndTheInterruptStays() {
        Commands commands = new Commands(mock(CommandBus.class, Answers.RETURNS_DEFAULTS), refusals);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> commands.send(new BrewTea(), String.class, ANNA, null))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("OUTCOME_UNKNOWN"));
        assertThat(Thread.interrupted()).isTrue();
    }

    private CommandAnswer<String> send(CommandResultMessage<?> result, @Nullable IdempotentRequest idempotency) {
        CommandBus bus = mock(CommandBus.class, invocation -> {
            if (invocation.getArguments().length == 2) {
                CommandMessage<Object> command = invocation.getArgument(0);
                CommandCallback<Object, Object> callback = invocation.getArgument(1);
                sent.set(command);
                callback.onResult(command, cast(result));
            }
            return null;
        });
        return new Commands(bus, refusals).send(new BrewTea(), String.class, ANNA, idempotency);
    }

    @SuppressWarnings("unchecked") // the bus gives what it was told to give
    private static CommandResultMessage<Object> cast(CommandResultMessage<?> result) {
        return (CommandResultMessage<Object>) result;
    }

    private ProblemException problem(CommandResultMessage<?> result) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> send(result, null));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static CommandResultMessage<?> result(String payload, Map<String, Object> metaData) {
        return new GenericCommandResultMessage<>(payload, MetaData.from(metaData));
    }

    private static CommandResultMessage<?> refused(Rejection rejection, Map<String, Object> metaData) {
        return failed(new CommandExecutionException(rejection.title(), null, rejection, false), metaData);
    }

    private static CommandResultMessage<?> failed(Throwable failure, Map<String, Object> metaData) {
        return new GenericCommandResultMessage<>(failure, MetaData.from(metaData));
    }
}
