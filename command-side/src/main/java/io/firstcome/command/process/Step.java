package io.firstcome.command.process;

import io.firstcome.axon.groupcommit.NotAcceptedException;
import io.firstcome.axon.groupcommit.Refused;
import io.firstcome.command.payment.api.PaymentErrorCode;
import io.firstcome.command.payment.api.RefundPayment;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RefusalCode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.jspecify.annotations.Nullable;

/** One command of a process on its way. Used by one thread; only the answer comes from another. */
final class Step {

    /**
     * Refusals that tell a process that there is nothing left to do.
     *
     * <p>A process refunds what was approved before. When nothing is left of it, somebody has refunded it already.
     */
    private static final Map<Class<? extends AggregateCommand>, RefusalCode> AS_GOOD_AS_DONE =
            Map.of(RefundPayment.class, PaymentErrorCode.NOT_REFUNDABLE);

    private final CommandMessage<AggregateCommand> message;
    private CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
    private int attempts;

    Step(CommandMessage<AggregateCommand> message) {
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
     * @throws NotDoneException when it may be done when it is sent again later
     */
    @Nullable
    Throwable failure(long end) {
        CommandResultMessage<?> answer;
        try {
            answer = result.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NotDoneException(message.getCommandName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDoneException(message.getCommandName(), e);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        if (!answer.isExceptional()) {
            return null;
        }
        Throwable failure = answer.exceptionResult();
        if (failure instanceof NotAcceptedException) {
            throw new NotDoneException(message.getCommandName(), failure);
        }
        return isAsGoodAsDone(failure) ? null : failure;
    }

    private boolean isAsGoodAsDone(Throwable failure) {
        RefusalCode expected = AS_GOOD_AS_DONE.get(message.getPayloadType());
        return expected != null
                && failure instanceof CommandExecutionException refusal
                && refusal.getDetails().orElse(null) instanceof Refused refused
                && refused.code().equals(expected.name());
    }
}
