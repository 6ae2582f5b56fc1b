package io.firstcome.command.payment.gateway;

/** The call never reached the gateway: no connection, the circuit is open, or too many calls are under way. */
public final class NotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSentException(String reason) {
        super(reason, null, false, false);
    }
}
