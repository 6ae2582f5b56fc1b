package io.firstcome.contract;

import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a command handler, before it applies any event, when a business rule rejects the command.
 *
 * <p>It has no stack trace: a rejection is an answer, not a fault, and a sold-out sale gives thousands a second.
 */
public final class RejectedException extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    private final transient RejectionCode code;
    private final transient @Nullable StandingRejection standing;

    /** Rejects this command; the next one is to be asked for again. */
    public RejectedException(RejectionCode code) {
        this(code, null);
    }

    /** @param standing what else is rejected for good, or null */
    public RejectedException(RejectionCode code, @Nullable StandingRejection standing) {
        super(code.title(), null, Rejection.of(code), false);
        this.code = code;
        this.standing = standing;
    }

    public RejectionCode code() {
        return code;
    }

    /** What else is rejected for good, or null. */
    public @Nullable StandingRejection standing() {
        return standing;
    }
}
