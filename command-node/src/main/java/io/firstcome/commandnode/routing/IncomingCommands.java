package io.firstcome.commandnode.routing;

import io.firstcome.axon.commandbus.CommandNotAcceptedException;
import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.jgroups.Address;

/**
 * Commands of other members, decided here.
 *
 * <p>The network's thread puts them into the lanes, which takes no time: a full lane refuses. Their answers come from the lanes' side.
 */
final class IncomingCommands {

    private final CommandBus local;
    private final RoutingMetrics metrics;
    private final Duration maxWait;
    private final BiConsumer<Address, Frame.Answer> answers;
    private final TransitTimes transit = new TransitTimes();
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * @param maxWait how much longer than usual a command may have been under way
     * @param answers does not block
     */
    IncomingCommands(
            CommandBus local, RoutingMetrics metrics, Duration maxWait, BiConsumer<Address, Frame.Answer> answers) {
        this.local = local;
        this.metrics = metrics;
        this.maxWait = maxWait;
        this.answers = answers;
    }

    void take(Address from, Frame.Command frame) {
        metrics.received();
        underWay.incrementAndGet();
        if (transit.delay(from, frame.sentAt(), System.nanoTime()).compareTo(maxWait) > 0) {
            metrics.late();
            answer(from, frame.id(), failed(new CommandNotAcceptedException(Reason.OVERLOADED)));
            return;
        }
        try {
            local.dispatch(frame.command(), (command, result) -> answer(from, frame.id(), result));
        } catch (RuntimeException e) {
            answer(from, frame.id(), failed(e));
        }
    }

    void refuse(Address from, Frame.Unreadable frame) {
        underWay.incrementAndGet();
        answer(from, frame.id(), failed(new CommandExecutionException(frame.reason(), null)));
    }

    private void answer(Address to, long id, CommandResultMessage<?> result) {
        answers.accept(to, new Frame.Answer(id, result));
        underWay.decrementAndGet();
    }

    private static CommandResultMessage<?> failed(Throwable cause) {
        return new GenericCommandResultMessage<>(cause);
    }

    boolean isEmpty() {
        return underWay.get() == 0;
    }

    void retain(Set<Address> members) {
        transit.retain(members);
    }
}
