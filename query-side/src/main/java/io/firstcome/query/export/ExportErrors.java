package io.firstcome.query.export;

import io.firstcome.axon.processors.TransientErrors;
import org.jspecify.annotations.Nullable;

/** That the data platform is away passes. */
public final class ExportErrors implements TransientErrors {

    @Override
    public @Nullable String reason(Throwable error) {
        return error instanceof DataPlatform.UnavailableException
                ? "The data platform does not take reservations; it is tried again."
                : null;
    }
}
