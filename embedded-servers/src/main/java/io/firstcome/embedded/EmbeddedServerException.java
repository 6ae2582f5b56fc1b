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

    /** One whose message has those of all causes: the last often says what, and those before it where. */
    static EmbeddedServerException withReasons(String message, Throwable cause) {
        StringBuilder all = new StringBuilder(message);
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            String said = reason.getMessage() == null ? reason.toString() : reason.getMessage();
            if (all.indexOf(said) < 0) {
                all.append(": ").append(said);
            }
        }
        return new EmbeddedServerException(all.toString(), cause);
    }
}
