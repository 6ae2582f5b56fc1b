package io.firstcome.query.coupon.api;

/** The view has not yet reached the version that was asked for; asking again later helps. */
public final class ReadModelBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReadModelBehindException() {
        super("The read model has not reached the version asked for", null, false, false);
    }
}
