package io.firstcome.command.payment.card;

import io.firstcome.axon.groupcommit.GroupCommitSettings;
import io.firstcome.axon.groupcommit.Refused;
import io.firstcome.command.payment.api.PaymentCommand;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;

/** Tells the payment what the gateway said, and waits until that is stored. */
final class ToldCommands {

    private final Supplier<CommandBus> bus;

    /** @param bus asked for late, because the bus is made after the tasks */
    ToldCommands(Supplier<CommandBus> bus) {
        this.bus = bus;
    }

    /** Throws {@link NotTakenException} when it is not stored; the payment takes a command that is said again. */
    void send(PaymentCommand command, Map<String, String> origin) {
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        bus.get()
                .dispatch(
                        new GenericCommandMessage<Object>(command, origin), (sent, result) -> answer.complete(result));
        CommandResultMessage<?> result = await(command, answer);
        if (result.isExceptional()) {
            throw new NotTakenException(describe(command, result.exceptionResult()), result.exceptionResult());
        }
    }

    private static CommandResultMessage<?> await(
            PaymentCommand command, CompletableFuture<CommandResultMessage<?>> answer) {
        try {
            return answer.get(GroupCommitSettings.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTakenException(describe(command, e), e);
        } catch (TimeoutException | ExecutionException e) {
            throw new NotTakenException(describe(command, e), e);
        }
    }

    private static String describe(PaymentCommand command, Throwable failure) {
        String why = failure instanceof CommandExecutionException refusal
                        && refusal.getDetails().orElse(null) instanceof Refused refused
                ? refused.code()
                : failure.toString();
        return command.getClass().getSimpleName() + ": " + why;
    }

    /** A command was not carried out, or it is not known whether it was. */
    static final class NotTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTakenException(String message, Throwable cause) {
            super(message, cause, false, false);
        }
    }
}
