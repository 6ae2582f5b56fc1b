package io.firstcome.command.process;

import io.firstcome.axon.groupcommit.GroupCommitSettings;
import io.firstcome.axon.processing.CurrentProcessor;
import io.firstcome.axon.processing.PerBatch;
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
 * times and then parked in the same transaction, so that the other processes go on.
 *
 * <p>The command carries on the event's correlation, trace and user.
 */
public final class ReliableSteps implements Steps {

    private static final Logger log = LoggerFactory.getLogger(ReliableSteps.class);

    private static final int ATTEMPTS = 3;

    private final CommandBus bus;
    private final ParkedSteps parked;

    public ReliableSteps(CommandBus bus, ParkedSteps parked) {
        this.bus = bus;
        this.parked = parked;
    }

    @Override
    public void send(AggregateCommand command) {
        List<Step> steps = PerBatch.of("steps", ArrayList::new, this::finish);
        // Made inside of the unit of work, the message takes over its correlation data.
        Step step = new Step(new GenericCommandMessage<>(command));
        steps.add(step);
        step.dispatch(bus);
    }

    private void finish(List<Step> steps) {
        long end = System.nanoTime() + GroupCommitSettings.PATIENCE.toNanos();
        String process = Objects.requireNonNull(CurrentProcessor.name(), "sent by a processor");
        NotDoneException notDone = null;
        for (Step step : steps) {
            try {
                Throwable failure = failureAfterRetries(step, end);
                if (failure != null) {
                    log.error("A {} of {} is parked", step.message().getCommandName(), process, failure);
                    parked.park(process, step, failure);
                }
            } catch (NotDoneException e) {
                notDone = e;
            }
        }
        if (notDone != null) {
            throw notDone;
        }
    }

    private @Nullable Throwable failureAfterRetries(Step step, long end) {
        Throwable failure = step.failure(end);
        while (failure != null && step.attempts() < ATTEMPTS) {
            step.dispatch(bus);
            failure = step.failure(end);
        }
        return failure;
    }
}
