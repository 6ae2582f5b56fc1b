package io.firstcome.axon.processors;

import org.jspecify.annotations.Nullable;

/**
 * The errors of a kind of server that pass by themselves. A module that calls such a server provides one as a
 * {@link java.util.ServiceLoader service}, so that event processors know of no server but the database.
 */
public interface TransientErrors {

    /** A sentence for an operator when this error is one of them; null when it is not. Its causes are asked about by themselves. */
    @Nullable
    String reason(Throwable error);
}
