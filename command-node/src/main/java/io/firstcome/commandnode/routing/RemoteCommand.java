package io.firstcome.commandnode.routing;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.commandbus.CommandNotAcceptedException;
import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.jgroups.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command of this node on its way to its owner, with the one who waits for its answer. */
final class RemoteCommand {

    private static final Logger log = LoggerFactory.getLogger(RemoteCommand.class);

    private final long id;
    private final Address owner;
    private final CommandMessage<Object> command;
    private final CommandCallback<Object, Object> callback;
    private final int attempt;
    private final long since = System.nanoTime();
    private final AtomicBoolean fixed = new AtomicBoolean();

    /** @param attempt 1 for the first owner that it is sent to */
    RemoteCommand(
            long id,
            Address owner,
            CommandMessage<Object> command,
            CommandCallback<Object, Object> callback,
            int attempt) {
        this.id = id;
        this.owner = owner;
        this.command = command;
        this.callback = callback;
        this.attempt = attempt;
    }

    long id() {
        return id;
    }

    Address owner() {
        return owner;
    }

    CommandMessage<Object> command() {
        return command;
    }

    int attempt() {
        return attempt;
    }

    /** When it was made, by {@link System#nanoTime()}. */
    long since() {
        return since;
    }

    /** Whether it may be given to the network now. From then on nobody knows whether its owner has it. */
    boolean beginSend() {
        return fixed.compareAndSet(false, true);
    }

    /** Whether its owner can't have got it. From then on it is never sent by this object. */
    boolean cancelSend() {
        return fixed.compareAndSet(false, true);
    }

    /** Whether a second owner finds out by itself what the first one has done: a key has one outcome, whoever decides. */
    boolean isSafeToRepeat() {
        return command.getMetaData().containsKey(CommandMetaData.IDEMPOTENCY_KEY)
                && command.getMetaData().containsKey(CommandMetaData.USER_ID);
    }

    /**
     * Who waits for another attempt. That the first one's key is still in use does not tell the client of another request of his: nobody
     * knows yet what became of this one.
     */
    CommandCallback<Object, Object> callbackOfNextAttempt() {
        return (sent, result) -> callback.onResult(
                sent,
                isStillRunning(result)
                        ? new GenericCommandResultMessage<>(new CommandNotAcceptedException(Reason.OUTCOME_UNKNOWN))
                        : result);
    }

    private static boolean isStillRunning(CommandResultMessage<?> result) {
        return result.isExceptional()
                && result.exceptionResult() instanceof CommandNotAcceptedException refused
                && refused.reason() == Reason.IDEMPOTENCY_KEY_IN_USE;
    }

    void fail(Reason reason) {
        answer(new GenericCommandResultMessage<>(new CommandNotAcceptedException(reason)));
    }

    void answer(CommandResultMessage<?> result) {
        try {
            callback.onResult(command, result);
        } catch (RuntimeException | Error e) {
            // One client's broken callback must not take the answers of its neighbours.
            log.warn("The callback of a {} failed", command.getCommandName(), e);
        }
    }
}
