package io.firstcome.axon.commandbus;

import org.jspecify.annotations.Nullable;

/**
 * The bus itself could not take a command to its end. Whether anything happened is in the {@link Reason}.
 *
 * <p>It has no stack trace: under overload it is thrown thousands of times a second.
 */
public final class CommandNotAcceptedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The lane is full, or the command waited in it for too long. Nothing happened. */
        OVERLOADED,
        /** The process is stopping. Nothing happened. */
        SHUTTING_DOWN,
        /** The event store can't be reached. Nothing happened. */
        STORE_UNAVAILABLE,
        /** The commit was sent and no answer came: it happened whole or not at all. */
        OUTCOME_UNKNOWN,
        /** A command with the same idempotency key is being handled. Nothing more happened. */
        IDEMPOTENCY_KEY_IN_USE,
        /** The idempotency key belongs to another request. Nothing happened. */
        IDEMPOTENCY_KEY_REUSED
    }

    private final Reason reason;

    public CommandNotAcceptedException(Reason reason) {
        this(reason, null);
    }

    CommandNotAcceptedException(Reason reason, @Nullable Throwable cause) {
        super(reason.name(), cause, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
