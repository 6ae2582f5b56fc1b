package io.firstcome.axon.eventstore;

import io.firstcome.events.AboutUser;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** An event ready to be written. */
record EventRow(
        DomainEventMessage<?> event,
        SerializedObject<byte[]> payload,
        SerializedObject<byte[]> metadata,
        @Nullable String userId) {

    static EventRow of(EventMessage<?> message, Serializer serializer) {
        DomainEventMessage<?> event = domainEvent(message);
        return new EventRow(
                event,
                event.serializePayload(serializer, byte[].class),
                event.serializeMetaData(serializer, byte[].class),
                userOf(event));
    }

    /** An event that no aggregate emitted is stored as the only event of a stream of its own. */
    private static DomainEventMessage<?> domainEvent(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event
                : new GenericDomainEventMessage<>("", message.getIdentifier(), 0, message, message::getTimestamp);
    }

    private static @Nullable String userOf(EventMessage<?> event) {
        return event.getPayload() instanceof AboutUser about
                ? about.userId().value()
                : (String) event.getMetaData().get("userId");
    }

    TrackedDomainEventData<byte[]> written(long position) {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(position),
                new StoredRow(
                        event.getType(),
                        event.getAggregateIdentifier(),
                        event.getSequenceNumber(),
                        event.getIdentifier(),
                        Micros.toInstant(Micros.of(event.getTimestamp())),
                        payload.getType().getName(),
                        payload.getType().getRevision(),
                        payload.getData(),
                        metadata.getData()));
    }

    void bind(PreparedStatement insert, int index, long position) throws SQLException {
        insert.setLong(index, position);
        insert.setString(index + 1, event.getAggregateIdentifier());
        insert.setLong(index + 2, event.getSequenceNumber());
        insert.setString(index + 3, event.getType());
        insert.setString(index + 4, event.getIdentifier());
        insert.setString(index + 5, payload.getType().getName());
        insert.setString(index + 6, payload.getType().getRevision());
        insert.setLong(index + 7, Micros.of(event.getTimestamp()));
        insert.setBytes(index + 8, payload.getData());
        insert.setBytes(index + 9, metadata.getData());
        insert.setString(index + 10, userId);
    }
}
