package io.firstcome.command.process;

import io.firstcome.axon.commandbus.GroupCommitSettings;
import io.firstcome.axon.processors.BatchResource;
import io.firstcome.axon.processors.CurrentProcessor;
import io.firstcome.contract.AggregateCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the commands of processes at least once.
 *
 * <p>A command is on the bus at once, so that those of a whole batch of events share commits. Before the unit of work commits
 * (the position, the states of processes, tasks) all its commands are waited for. When one was not taken for a reason
 * that passes, the unit of work is rolled back, and everything is sent again later. When one fails for good, it is tried some
 * times and then dead-lettered in the same transaction, so that the other processes go on.
 *
 * <p>The command carries on the event's correlation, trace and user.
 */
public final class RetryingCommandSender implements ProcessCommands {

    private static final Logger log = LoggerFactory.getLogger(RetryingCommandSender.class);

    private static final int ATTEMPTS = 3;

    private final CommandBus bus;
    private final FailedProcessCommands deadLetters;

    public RetryingCommandSender(CommandBus bus, FailedProcessCommands deadLetters) {
        this.bus = bus;
        this.deadLetters = deadLetters;
    }

    @Override
    public void send(AggregateCommand command) {
        List<SentCommand> steps = BatchResource.of("steps", ArrayList::new, this::finish);
        // Made inside of the unit of work, the message takes over its correlation data.
        SentCommand step = new SentCommand(new GenericCommandMessage<>(command));
        steps.add(step);
        step.dispatch(bus);
    }

    private void finish(List<SentCommand> steps) {
        long end = System.nanoTime() + GroupCommitSettings.PATIENCE.toNanos();
        String process = Objects.requireNonNull(CurrentProcessor.name(), "sent by a processor");
        TransientCommandFailure notDone = null;
        for (SentCommand step : steps) {
            try {
                Throwable failure = failureAfterRetries(step, end);
                if (failure != null) {
                    log.error("A {} of {} is dead-lettered", step.message().getCommandName(), process, failure);
                    deadLetters.add(process, step, failure);
                }
            } catch (TransientCommandFailure e) {
                notDone = e;
            }
        }
        if (notDone != null) {
            throw notDone;
        }
    }

    private @Nullable Throwable failureAfterRetries(SentCommand step, long end) {
        Throwable failure = step.failure(end);
        while (failure != null && step.attempts() < ATTEMPTS) {
            step.dispatch(bus);
            failure = step.failure(end);
        }
        return failure;
    }
}
