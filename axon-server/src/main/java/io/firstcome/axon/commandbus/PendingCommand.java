package io.firstcome.axon.commandbus;

import io.firstcome.axon.idempotency.IdempotencyKey;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command on its way through the bus, with the one who waits for its answer.
 *
 * <p>It is answered once, whatever happens after.
 */
final class PendingCommand {

    private static final Logger log = LoggerFactory.getLogger(PendingCommand.class);

    private final CommandMessage<?> command;
    private final MessageHandler<? super CommandMessage<?>> handler;
    private final CommandCallback<Object, Object> callback;
    private final @Nullable IdempotencyKey key;
    private final Runnable beforeAnswer;
    private final long queuedAt = System.nanoTime();
    private final AtomicBoolean answered = new AtomicBoolean();

    /**
     * @param key the client's idempotency key, if one came with the command
     * @param beforeAnswer runs once, before the answer is given
     */
    PendingCommand(
            CommandMessage<?> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<Object, Object> callback,
            @Nullable IdempotencyKey key,
            Runnable beforeAnswer) {
        this.command = command;
        this.handler = handler;
        this.callback = callback;
        this.key = key;
        this.beforeAnswer = beforeAnswer;
    }

    CommandMessage<?> command() {
        return command;
    }

    MessageHandler<? super CommandMessage<?>> handler() {
        return handler;
    }

    @Nullable
    IdempotencyKey key() {
        return key;
    }

    /** When it was made, by {@link System#nanoTime()}. */
    long queuedAt() {
        return queuedAt;
    }

    String fingerprint() {
        return String.valueOf(command.getMetaData().get(CommandMetaData.IDEMPOTENCY_FINGERPRINT));
    }

    @Nullable
    String traceId() {
        return (String) command.getMetaData().get(CommandMetaData.TRACE_ID);
    }

    void succeed(@Nullable Object payload, Map<String, ?> metaData) {
        answer(new GenericCommandResultMessage<>(payload, MetaData.from(metaData)));
    }

    void fail(Throwable cause, Map<String, ?> metaData) {
        answer(new GenericCommandResultMessage<>(cause, MetaData.from(metaData)));
    }

    void fail(CommandNotAcceptedException.Reason reason) {
        fail(new CommandNotAcceptedException(reason), Map.of());
    }

    @SuppressWarnings("unchecked")
    private void answer(CommandResultMessage<Object> result) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        beforeAnswer.run();
        try {
            callback.onResult((CommandMessage<? extends Object>) command, result);
        } catch (RuntimeException | Error e) {
            // One client's broken callback must not take the answers of its neighbours.
            log.warn("The callback of a {} failed", command.getCommandName(), e);
        }
    }
}
