package io.firstcome.command.rest;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.commandbus.CommandNotAcceptedException;
import io.firstcome.axon.commandbus.GroupCommitSettings;
import io.firstcome.command.rejection.RejectionCounts;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.Rejection;
import io.firstcome.contract.RejectionCode;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.trace.TraceId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

/** The gateway of all controllers: sends a command and waits for its answer. */
public final class Commands {

    private final CommandBus bus;
    private final RejectionCounts refusals;
    private final AnswerTimeout timeout = new AnswerTimeout(GroupCommitSettings.PATIENCE);

    public Commands(CommandBus bus, RejectionCounts refusals) {
        this.bus = bus;
        this.refusals = refusals;
    }

    /**
     * Sends {@code command} and waits until it is decided and durable.
     *
     * @param resultType what the handler returns
     * @param idempotency the client's key, if the request had one
     * @throws ProblemException when a rule refuses it, or when it could not be taken to its end
     */
    public <T> CommandAnswer<T> send(
            AggregateCommand command, Class<T> resultType, Caller caller, @Nullable IdempotentRequest idempotency) {
        return answer(handled(command, caller, idempotency), resultType);
    }

    /**
     * The same for a command that a process may send twice, so that its handler returns null when there is nothing to do: a client is
     * refused with {@code nothing}.
     */
    public <T> CommandAnswer<T> sendOrRefuse(
            AggregateCommand command,
            Class<T> resultType,
            RejectionCode nothing,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        CommandResultMessage<?> result = handled(command, caller, idempotency);
        if (result.getPayload() == null) {
            throw refused(command, result, Rejection.of(nothing));
        }
        return answer(result, resultType);
    }

    /**
     * Asks an aggregate for what a command to another one will carry. Empty when it has nothing to tell, refuses to, or is unknown: no
     * client is refused by that.
     *
     * @throws ProblemException when it could not be asked
     */
    public <T> Optional<T> ask(AggregateCommand question, Class<T> answerType, Caller caller) {
        CommandResultMessage<?> result = sent(question, caller, null);
        if (rejection(result) != null) {
            return Optional.empty();
        }
        if (result.isExceptional()) {
            throw problem(question, result);
        }
        return Optional.ofNullable(answerType.cast(result.getPayload()));
    }

    private CommandResultMessage<?> handled(
            AggregateCommand command, Caller caller, @Nullable IdempotentRequest idempotency) {
        CommandResultMessage<?> result = sent(command, caller, idempotency);
        if (result.isExceptional()) {
            throw problem(command, result);
        }
        return result;
    }

    private CommandResultMessage<?> sent(
            AggregateCommand command, Caller caller, @Nullable IdempotentRequest idempotency) {
        CompletableFuture<CommandResultMessage<?>> future = new CompletableFuture<>();
        CommandMessage<Object> message = new GenericCommandMessage<Object>(command, metaData(caller, idempotency));
        bus.dispatch(message, (sent, result) -> future.complete(result));
        return await(future);
    }

    private static <T> CommandAnswer<T> answer(CommandResultMessage<?> result, Class<T> resultType) {
        Long version = (Long) result.getMetaData().get(CommandMetaData.VERSION);
        return new CommandAnswer<>(resultType.cast(result.getPayload()), version, isReplayed(result));
    }

    private static boolean isReplayed(CommandResultMessage<?> result) {
        return result.getMetaData().containsKey(CommandMetaData.REPLAYED);
    }

    private static Map<String, Object> metaData(Caller caller, @Nullable IdempotentRequest idempotency) {
        Map<String, Object> metaData = HashMap.newHashMap(4);
        metaData.put(CommandMetaData.USER_ID, caller.userId());
        metaData.put(CommandMetaData.TRACE_ID, TraceId.current());
        if (idempotency != null) {
            metaData.put(CommandMetaData.IDEMPOTENCY_KEY, idempotency.key());
            metaData.put(CommandMetaData.IDEMPOTENCY_FINGERPRINT, HexFormat.of().formatHex(idempotency.fingerprint()));
        }
        return metaData;
    }

    private CommandResultMessage<?> await(CompletableFuture<CommandResultMessage<?>> future) {
        try {
            return timeout.await(future);
        } catch (TimeoutException e) {
            throw outcomeUnknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outcomeUnknown();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A result is never an exception of its future", e);
        }
    }

    private RuntimeException problem(AggregateCommand command, CommandResultMessage<?> result) {
        Rejection rejection = rejection(result);
        if (rejection != null) {
            return refused(command, result, rejection);
        }
        Throwable failure = result.exceptionResult();
        if (failure instanceof CommandNotAcceptedException notAccepted) {
            return notAccepted(notAccepted.reason());
        }
        return new IllegalStateException("A command failed", failure);
    }

    private static @Nullable Rejection rejection(CommandResultMessage<?> result) {
        return result.isExceptional() ? Rejection.in(result.exceptionResult()) : null;
    }

    private ProblemException refused(AggregateCommand command, CommandResultMessage<?> result, Rejection rejection) {
        ProblemException problem =
                new ProblemException(rejection.kind().status(), rejection.code(), rejection.title(), null, Map.of());
        if (isReplayed(result)) {
            problem = problem.withHeader(CommandAnswer.REPLAYED_HEADER, "true");
        } else {
            refusals.count(command.aggregateId(), rejection);
        }
        // The body of a repeated answer is that of the first, trace id and all.
        String traceId = (String) result.getMetaData().get(CommandMetaData.TRACE_ID);
        return traceId == null ? problem : problem.withTraceId(traceId);
    }

    private static ProblemException notAccepted(CommandNotAcceptedException.Reason reason) {
        return switch (reason) {
            case OVERLOADED -> ProblemException.of(ProblemCode.UNAVAILABLE, "Too many commands are waiting.");
            case SHUTTING_DOWN -> ProblemException.of(ProblemCode.UNAVAILABLE, "The server is stopping.");
            case STORE_UNAVAILABLE -> ProblemException.of(ProblemCode.UNAVAILABLE, "The event store is away.");
            case OUTCOME_UNKNOWN -> outcomeUnknown();
            case IDEMPOTENCY_KEY_IN_USE -> ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_IN_USE, null);
            case IDEMPOTENCY_KEY_REUSED -> ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, null);
        };
    }

    private static ProblemException outcomeUnknown() {
        return ProblemException.of(
                ProblemCode.OUTCOME_UNKNOWN, "Repeat the request with the same Idempotency-Key to learn the outcome.");
    }
}
