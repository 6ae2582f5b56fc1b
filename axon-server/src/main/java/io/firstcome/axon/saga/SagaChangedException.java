package io.firstcome.axon.saga;

/** Another has changed a process in the meantime; what was done to it is to be done again on its new state. */
public final class SagaChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SagaChangedException(String type, String id) {
        super("A " + type + " was changed by another: " + id, null, false, false);
    }
}
