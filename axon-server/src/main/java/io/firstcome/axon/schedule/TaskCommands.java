package io.firstcome.axon.schedule;

import io.firstcome.axon.commandbus.GroupCommitSettings;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.Rejection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

/** Sends the command that a task ends with, and waits until it is stored. */
public final class TaskCommands {

    private final Supplier<CommandBus> bus;

    /** @param bus asked for late, because the bus is made after the tasks */
    public TaskCommands(Supplier<CommandBus> bus) {
        this.bus = bus;
    }

    /**
     * @param command idempotent, because a task runs at least once
     * @param origin the metadata of the event that the task follows from
     * @return what the handler returned
     * @throws CommandRejectedException when it is decided that it is not to be
     * @throws CommandDeliveryException when it is not stored for another reason, or not known to be
     */
    public @Nullable Object send(AggregateCommand command, Map<String, String> origin) {
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        bus.get()
                .dispatch(
                        new GenericCommandMessage<Object>(command, origin), (sent, result) -> answer.complete(result));
        CommandResultMessage<?> result = await(command, answer);
        if (result.isExceptional()) {
            throw failure(command, result.exceptionResult());
        }
        return result.getPayload();
    }

    private static CommandResultMessage<?> await(
            AggregateCommand command, CompletableFuture<CommandResultMessage<?>> answer) {
        try {
            return answer.get(GroupCommitSettings.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandDeliveryException(describe(command, e.toString()), e);
        } catch (TimeoutException | ExecutionException e) {
            throw new CommandDeliveryException(describe(command, e.toString()), e);
        }
    }

    private static CommandDeliveryException failure(AggregateCommand command, Throwable cause) {
        Rejection rejection = Rejection.in(cause);
        return rejection == null
                ? new CommandDeliveryException(describe(command, cause.toString()), cause)
                : new CommandRejectedException(describe(command, rejection.code()), cause);
    }

    private static String describe(AggregateCommand command, String why) {
        return command.getClass().getSimpleName() + ": " + why;
    }

    /** A command was not carried out, or it is not known whether it was. */
    public static class CommandDeliveryException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CommandDeliveryException(String message, Throwable cause) {
            super(message, cause, false, false);
        }
    }

    /** Its aggregate has refused it, and would refuse it again. */
    public static final class CommandRejectedException extends CommandDeliveryException {

        private static final long serialVersionUID = 1L;

        CommandRejectedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
