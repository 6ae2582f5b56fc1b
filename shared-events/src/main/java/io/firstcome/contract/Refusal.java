package io.firstcome.contract;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a command handler, before it applies any event, when a rule of the business refuses the command.
 *
 * <p>It has no stack trace: a refusal is an answer, not a fault, and a sold-out sale gives thousands a second.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RefusalCode code;
    private final transient @Nullable StandingRefusal standing;

    /** A refusal of this command; the next one is to be asked for again. */
    public Refusal(RefusalCode code) {
        this(code, null);
    }

    /** @param standing what else is refused for good, or null */
    public Refusal(RefusalCode code, @Nullable StandingRefusal standing) {
        super(code.title(), null, false, false);
        this.code = code;
        this.standing = standing;
    }

    public RefusalCode code() {
        return code;
    }

    /** What else is refused for good, or null. */
    public @Nullable StandingRefusal standing() {
        return standing;
    }
}
