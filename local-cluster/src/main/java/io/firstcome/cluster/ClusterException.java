package io.firstcome.cluster;

/** The cluster can't do what it was asked for; the message says why and, where there is one, the next step. */
final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClusterException(String message) {
        super(message);
    }

    ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
