package io.firstcome.axon.commandbus;

import io.firstcome.contract.Rejection;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** Outcomes as they are remembered under an idempotency key. */
final class OutcomeJson {

    private final Serializer serializer;

    /** @param serializer knows every type of result */
    OutcomeJson(Serializer serializer) {
        this.serializer = serializer;
    }

    /** What is stored: either a result with its type, or a rejection; and the trace of the first request. */
    record Stored(
            @Nullable String type,
            @Nullable String revision,
            @Nullable String result,
            @Nullable Long version,
            @Nullable Rejection refused,
            @Nullable String traceId) {}

    /** An outcome read back, with the trace of the request that it first answered. */
    record Remembered(Outcome outcome, @Nullable String traceId) {}

    String write(Outcome outcome, @Nullable String traceId) {
        Stored stored =
                switch (outcome) {
                    case Outcome.Rejected rejected -> new Stored(null, null, null, null, rejected.rejection(), traceId);
                    case Outcome.Accepted accepted -> {
                        SerializedObject<String> result = serializer.serialize(accepted.payload(), String.class);
                        yield new Stored(
                                result.getType().getName(),
                                result.getType().getRevision(),
                                result.getData(),
                                accepted.version(),
                                null,
                                traceId);
                    }
                };
        return serializer.serialize(stored, String.class).getData();
    }

    Remembered read(String json) {
        Stored stored = serializer.deserialize(
                new SimpleSerializedObject<>(json, String.class, serializer.typeForClass(Stored.class)));
        if (stored.refused() != null) {
            return new Remembered(new Outcome.Rejected(stored.refused(), null), stored.traceId());
        }
        Object payload = serializer.deserialize(new SimpleSerializedObject<>(
                String.valueOf(stored.result()), String.class, stored.type(), stored.revision()));
        return new Remembered(new Outcome.Accepted(payload, stored.version()), stored.traceId());
    }
}
