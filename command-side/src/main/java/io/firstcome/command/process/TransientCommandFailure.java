package io.firstcome.command.process;

/** A command of a process was not carried out, for a reason that passes: what it follows from is handled again. */
final class TransientCommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TransientCommandFailure(String command, Throwable cause) {
        super("A " + command + " is not done yet", cause, false, false);
    }
}
