package io.firstcome.axon.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of {@code snapshot}: the newest snapshot of each aggregate. */
final class SnapshotRows {

    private final JdbcTemplate jdbc;

    SnapshotRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Keeps the snapshot unless a newer one is there: two may have been made at once. */
    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = snapshot.serializeMetaData(serializer, byte[].class);
        int added = jdbc.update(
                "INSERT IGNORE INTO snapshot (aggregate_id, sequence_number, aggregate_type, event_id, payload_type,"
                        + " revision, occurred_at, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                snapshot.getType(),
                snapshot.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                Micros.of(snapshot.getTimestamp()),
                payload.getData(),
                metadata.getData());
        if (added == 0) {
            jdbc.update(
                    "UPDATE snapshot SET sequence_number = ?, event_id = ?, payload_type = ?, revision = ?,"
                            + " occurred_at = ?, payload = ?, metadata = ?"
                            + " WHERE aggregate_id = ? AND sequence_number < ?",
                    snapshot.getSequenceNumber(),
                    snapshot.getIdentifier(),
                    payload.getType().getName(),
                    payload.getType().getRevision(),
                    Micros.of(snapshot.getTimestamp()),
                    payload.getData(),
                    metadata.getData(),
                    snapshot.getAggregateIdentifier(),
                    snapshot.getSequenceNumber());
        }
    }

    Optional<DomainEventData<byte[]>> find(String aggregateId) {
        return jdbc
                .query(
                        "SELECT aggregate_type, sequence_number, event_id, occurred_at, payload_type, revision,"
                                + " payload, metadata FROM snapshot WHERE aggregate_id = ?",
                        (row, index) -> (DomainEventData<byte[]>) new GenericDomainEventEntry<>(
                                row.getString(1),
                                aggregateId,
                                row.getLong(2),
                                row.getString(3),
                                Micros.toInstant(row.getLong(4)),
                                row.getString(5),
                                row.getString(6),
                                row.getBytes(7),
                                row.getBytes(8)),
                        aggregateId)
                .stream()
                .findFirst();
    }
}
