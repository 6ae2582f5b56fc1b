package io.firstcome.axon.commandbus;

/** The metadata keys of commands, results and events. */
public final class CommandMetaData {

    /** Who acts. On commands and events. */
    public static final String USER_ID = "userId";

    /** The trace of the request. On commands, events and results. */
    public static final String TRACE_ID = "traceId";

    /** The message that caused this one. On events. */
    public static final String CAUSATION_ID = "causationId";

    /** The first message of the chain of causes. On events. */
    public static final String CORRELATION_ID = "correlationId";

    /** The client's idempotency key. On commands. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** SHA-256 of the request as hexadecimal text: the same key with another one is refused. On commands. */
    public static final String IDEMPOTENCY_FINGERPRINT = "idempotencyFingerprint";

    /** The aggregate's version after the command, a Long. On results. */
    public static final String VERSION = "version";

    /** Present and true when the result is that of an earlier command under the same key. On results. */
    public static final String REPLAYED = "replayed";

    private CommandMetaData() {}
}
