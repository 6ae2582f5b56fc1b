package io.firstcome.consumer;

/** A record is no event. Trying again would not help. */
class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEventException(Throwable cause) {
        super("It cannot be read: " + cause.getMessage(), cause);
    }
}
