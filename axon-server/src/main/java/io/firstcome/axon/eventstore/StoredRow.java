package io.firstcome.axon.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** An event or a snapshot as it is stored. Axon's own entry keeps its time as text, which is printed and parsed for each row. */
record StoredRow(
        String getType,
        String getAggregateIdentifier,
        long getSequenceNumber,
        String getEventIdentifier,
        Instant getTimestamp,
        SerializedObject<byte[]> getPayload,
        SerializedObject<byte[]> getMetaData)
        implements DomainEventData<byte[]> {

    StoredRow(
            String type,
            String aggregateId,
            long sequenceNumber,
            String eventId,
            Instant timestamp,
            String payloadType,
            @Nullable String revision,
            byte[] payload,
            byte[] metadata) {
        this(
                type,
                aggregateId,
                sequenceNumber,
                eventId,
                timestamp,
                new SimpleSerializedObject<>(payload, byte[].class, payloadType, revision),
                new SerializedMetaData<>(metadata, byte[].class));
    }
}
