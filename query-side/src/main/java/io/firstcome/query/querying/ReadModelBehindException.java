package io.firstcome.query.querying;

/**
 * The view has not yet reached the version that was asked for; asking again later helps.
 *
 * <p>Thrown by the handler of a query; {@link QueryClient} tells it as {@code READ_MODEL_BEHIND}.
 */
public final class ReadModelBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long minVersion;

    /** @param minVersion the version asked for */
    public ReadModelBehindException(long minVersion) {
        super("The read model has not reached version " + minVersion, null, false, false);
        this.minVersion = minVersion;
    }

    /** The version asked for. */
    public long minVersion() {
        return minVersion;
    }
}
