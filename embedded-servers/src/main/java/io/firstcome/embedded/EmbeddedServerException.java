package io.firstcome.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server could not be unpacked, started or asked; the message says which and where its log is. */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedServerException(String message) {
        super(message);
    }

    EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
