package io.firstcome.web.start;

/** Thrown while the application starts, when it would not be safe to run with what it was given. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal for this reason, which says what to do about it. */
    public StartRefused(String reason) {
        super(reason);
    }
}
