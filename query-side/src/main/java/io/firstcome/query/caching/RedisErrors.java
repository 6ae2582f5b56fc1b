package io.firstcome.query.caching;

import io.firstcome.axon.processors.TransientErrors;
import io.lettuce.core.RedisException;
import org.jspecify.annotations.Nullable;

/** What Redis fails with passes. */
public final class RedisErrors implements TransientErrors {

    @Override
    public @Nullable String reason(Throwable error) {
        return error instanceof RedisException ? "Redis does not answer; it is tried again." : null;
    }
}
