package io.firstcome.command.process;

import io.firstcome.axon.commandbus.CommandNotAcceptedException;
import io.firstcome.contract.AggregateCommand;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.jspecify.annotations.Nullable;

/** One command of a process on its way. Used by one thread; only the answer comes from another. */
final class SentCommand {

    private final CommandMessage<AggregateCommand> message;
    private CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
    private int attempts;

    SentCommand(CommandMessage<AggregateCommand> message) {
        this.message = message;
    }

    CommandMessage<AggregateCommand> message() {
        return message;
    }

    int attempts() {
        return attempts;
    }

    /** Sends the command, again perhaps, and returns at once. */
    void dispatch(CommandBus bus) {
        attempts++;
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        result = answer;
        try {
            bus.dispatch(message, (sent, answered) -> answer.complete(answered));
        } catch (NoHandlerForCommandException e) {
            answer.completeExceptionally(e);
        }
    }

    /**
     * Waits for the command and returns why it failed for good; null when it is done.
     *
     * @param end the latest, by {@link System#nanoTime()}
     * @throws TransientCommandFailure when it may be done when it is sent again later
     */
    @Nullable
    Throwable failure(long end) {
        CommandResultMessage<?> answer;
        try {
            answer = result.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TransientCommandFailure(message.getCommandName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientCommandFailure(message.getCommandName(), e);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        if (!answer.isExceptional()) {
            return null;
        }
        Throwable failure = answer.exceptionResult();
        if (failure instanceof CommandNotAcceptedException) {
            throw new TransientCommandFailure(message.getCommandName(), failure);
        }
        return failure;
    }
}
