package io.firstcome.query.bridge;

import io.firstcome.axon.processors.TransientErrors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** What Kafka fails with passes. */
public final class KafkaErrors implements TransientErrors {

    @Override
    public @Nullable String reason(Throwable error) {
        return error instanceof KafkaException ? "Kafka does not acknowledge; it is tried again." : null;
    }
}
