package io.firstcome.contract;

/**
 * Thrown by a command handler, before it applies any event, when a rule of the business refuses the command.
 *
 * <p>It has no stack trace: a refusal is an answer, not a fault, and a sold-out sale gives thousands a second.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RefusalCode code;

    public Refusal(RefusalCode code) {
        super(code.title(), null, false, false);
        this.code = code;
    }

    public RefusalCode code() {
        return code;
    }
}
