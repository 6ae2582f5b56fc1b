package io.firstcome.axon.eventstore;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of {@code snapshot}: the newest snapshot of each aggregate. */
final class SnapshotRows {

    /** One of more bytes is not read together with others. */
    private static final int SMALL = 65_536;

    private static final String SELECT =
            "SELECT aggregate_id, aggregate_type, sequence_number, event_id, occurred_at, payload_type, revision, metadata, ";

    private static final List<String> TAKEN_OVER =
            List.of("event_id", "payload_type", "revision", "occurred_at", "payload", "metadata");

    /** The number is compared by all others, so it is changed last. */
    private static final MultiRowInsert UPSERT = new MultiRowInsert(
            "snapshot",
            "aggregate_id, sequence_number, aggregate_type, event_id, payload_type, revision, occurred_at, payload, metadata",
            " ON DUPLICATE KEY UPDATE "
                    + String.join(
                            ", ", TAKEN_OVER.stream().map(SnapshotRows::ifNewer).toList())
                    + ", sequence_number = GREATEST(sequence_number, VALUES(sequence_number))");

    private final JdbcTemplate jdbc;

    SnapshotRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    private static String ifNewer(String column) {
        return column + " = IF(VALUES(sequence_number) > sequence_number, VALUES(" + column + "), " + column + ")";
    }

    /** Keeps each snapshot unless a newer one is there: two may have been made at once. */
    void store(List<? extends DomainEventMessage<?>> snapshots, Serializer serializer) {
        List<Row> rows = new ArrayList<>(snapshots.size());
        for (DomainEventMessage<?> snapshot : snapshots) {
            rows.add(new Row(
                    snapshot,
                    snapshot.serializePayload(serializer, byte[].class),
                    snapshot.serializeMetaData(serializer, byte[].class)));
        }
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            UPSERT.insert(connection, rows, (insert, index, row) -> row.bind(insert, index));
            return rows.size();
        });
    }

    Optional<DomainEventData<byte[]>> find(String aggregateId) {
        return jdbc
                .query(SELECT + "payload FROM snapshot WHERE aggregate_id = ?", (row, index) -> entry(row), aggregateId)
                .stream()
                .findFirst();
    }

    /**
     * A snapshot that is there.
     *
     * @param row null when it is too large to be read with others
     */
    record Found(@Nullable DomainEventData<byte[]> row) {}

    /** Those that are there, by aggregate, in one round trip. */
    Map<String, Found> find(Collection<String> aggregateIds) {
        Map<String, Found> found = new HashMap<>();
        List<String> asked = InList.filled(aggregateIds);
        jdbc.query(
                SELECT + "IF(OCTET_LENGTH(payload) <= " + SMALL
                        + ", payload, NULL) FROM snapshot WHERE aggregate_id IN " + InList.places(asked.size(), "?"),
                row -> {
                    found.put(row.getString(1), new Found(row.getBytes(9) == null ? null : entry(row)));
                },
                asked.toArray());
        return found;
    }

    private static DomainEventData<byte[]> entry(ResultSet row) throws SQLException {
        return new StoredRow(
                row.getString(2),
                row.getString(1),
                row.getLong(3),
                row.getString(4),
                Micros.toInstant(row.getLong(5)),
                row.getString(6),
                row.getString(7),
                row.getBytes(9),
                row.getBytes(8));
    }

    /** A snapshot ready to be written. */
    private record Row(
            DomainEventMessage<?> snapshot, SerializedObject<byte[]> payload, SerializedObject<byte[]> metadata) {

        void bind(PreparedStatement insert, int index) throws SQLException {
            insert.setString(index, snapshot.getAggregateIdentifier());
            insert.setLong(index + 1, snapshot.getSequenceNumber());
            insert.setString(index + 2, snapshot.getType());
            insert.setString(index + 3, snapshot.getIdentifier());
            insert.setString(index + 4, payload.getType().getName());
            insert.setString(index + 5, payload.getType().getRevision());
            insert.setLong(index + 6, Micros.of(snapshot.getTimestamp()));
            insert.setBytes(index + 7, payload.getData());
            insert.setBytes(index + 8, metadata.getData());
        }
    }
}
