package io.firstcome.axon.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of {@code domain_event}, and {@code event_head} that numbers them. */
final class EventRows {

    private static final String COLUMNS =
            "position, aggregate_id, sequence_number, aggregate_type, event_id, event_type, revision, occurred_at,"
                    + " payload, metadata";
    private static final MultiRowInsert INSERT = new MultiRowInsert("domain_event", COLUMNS + ", user_id");
    private static final String NEXT = "(aggregate_id = ? AND sequence_number BETWEEN ? AND ?)";
    /** Assigned from left to right: the writer's first append begins behind the position of the one before. */
    private static final String TAKE_POSITIONS =
            "UPDATE event_head SET writer_after = IF(writer = ?, writer_after, position), writer = ?,"
                    + " position = LAST_INSERT_ID(position + ?) WHERE id = 1";

    private static final String HEAD = "SELECT position, writer, writer_after FROM event_head WHERE id = 1";

    private final JdbcTemplate jdbc;

    EventRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Writes the events in the current transaction, which then holds the head's lock until it ends. Returns them as they will be
     * read.
     *
     * @param writer the id of this node
     */
    Written append(List<? extends EventMessage<?>> events, Serializer serializer, long writer) {
        // Serialized before the lock is taken: whoever holds it keeps all other lanes waiting.
        List<EventRow> rows =
                events.stream().map(event -> EventRow.of(event, serializer)).toList();
        long first = Objects.requireNonNull(
                jdbc.execute((ConnectionCallback<Long>) connection -> insert(connection, rows, writer)));
        return new Written(first, rows);
    }

    /** Rows that were written, from the position {@code first}. */
    record Written(long first, List<EventRow> rows) {

        long last() {
            return first + rows.size() - 1;
        }

        List<TrackedDomainEventData<byte[]>> events() {
            List<TrackedDomainEventData<byte[]>> events = new ArrayList<>(rows.size());
            for (EventRow row : rows) {
                events.add(row.written(first + events.size()));
            }
            return events;
        }
    }

    /** Returns the position of the first. */
    private static long insert(Connection connection, List<EventRow> rows, long writer) throws SQLException {
        long first = takePositions(connection, rows.size(), writer);
        long[] position = {first};
        INSERT.insert(connection, rows, (insert, index, row) -> row.bind(insert, index, position[0]++));
        return first;
    }

    private static long takePositions(Connection connection, int count, long writer) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TAKE_POSITIONS, Statement.RETURN_GENERATED_KEYS)) {
            update.setLong(1, writer);
            update.setLong(2, writer);
            update.setInt(3, count);
            update.executeUpdate();
            try (ResultSet key = update.getGeneratedKeys()) {
                if (!key.next()) {
                    throw new IllegalStateException("event_head has no row: the schema was not set up");
                }
                return key.getLong(1) - count + 1;
            }
        }
    }

    /**
     * The next events in commit order, at most {@code limit}.
     *
     * @throws IllegalStateException where a position is missing: to go on would skip an event for good
     */
    List<TrackedDomainEventData<byte[]>> after(long position, int limit) {
        List<TrackedDomainEventData<byte[]>> events = jdbc.query(
                "SELECT " + COLUMNS + " FROM domain_event WHERE position > ? ORDER BY position LIMIT ?",
                (row, index) -> tracked(row),
                position,
                limit);
        long expected = position;
        for (TrackedDomainEventData<byte[]> event : events) {
            long found = event.trackingToken().position().orElseThrow();
            if (found != ++expected) {
                throw new IllegalStateException("Event " + expected + " is missing, the next is " + found);
            }
        }
        return events;
    }

    /** Those of these types of aggregates, or of all for none, from behind a position up to another one. */
    List<TrackedDomainEventData<byte[]>> between(long after, long upTo, Collection<String> types, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(after, upTo));
        parameters.addAll(types);
        parameters.add(limit);
        String ofTypes = types.isEmpty() ? "" : " AND aggregate_type IN (" + placeholders(types.size()) + ")";
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM domain_event WHERE position > ? AND position <= ?" + ofTypes
                        + " ORDER BY position LIMIT ?",
                (row, index) -> tracked(row),
                parameters.toArray());
    }

    /** Those about this user, or caused by them, behind a position. */
    List<TrackedDomainEventData<byte[]>> ofUser(String userId, long after, int limit) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM domain_event FORCE INDEX (ix_domain_event_user)"
                        + " WHERE user_id = ? AND position > ? ORDER BY position LIMIT ?",
                (row, index) -> tracked(row),
                userId,
                after,
                limit);
    }

    private static String placeholders(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    List<? extends DomainEventData<byte[]>> ofAggregate(String aggregateId, long firstSequenceNumber, int limit) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM domain_event WHERE aggregate_id = ? AND sequence_number >= ?"
                        + " ORDER BY sequence_number LIMIT ?",
                (row, index) -> entry(row),
                aggregateId,
                firstSequenceNumber,
                limit);
    }

    Optional<Long> lastSequenceNumber(String aggregateId) {
        return Optional.ofNullable(jdbc.queryForObject(
                "SELECT MAX(sequence_number) FROM domain_event WHERE aggregate_id = ?", Long.class, aggregateId));
    }

    /**
     * The next events of each of the aggregates, in one round trip.
     *
     * @param first by aggregate, the number of the first event to read
     * @param limit the most events of each; one that has so many may have more
     */
    Map<String, List<DomainEventData<byte[]>>> next(Map<String, Long> first, int limit) {
        Map<String, List<DomainEventData<byte[]>>> found = new HashMap<>();
        List<Object> arguments = new ArrayList<>(3 * first.size());
        List<Map.Entry<String, Long>> asked = InList.filled(first.entrySet());
        for (Map.Entry<String, Long> entry : asked) {
            found.putIfAbsent(entry.getKey(), new ArrayList<>());
            arguments.add(entry.getKey());
            arguments.add(entry.getValue());
            arguments.add(entry.getValue() + limit - 1);
        }
        jdbc.query(
                "SELECT " + COLUMNS + " FROM domain_event FORCE INDEX (uk_domain_event_aggregate) WHERE "
                        + String.join(" OR ", Collections.nCopies(asked.size(), NEXT))
                        + " ORDER BY aggregate_id, sequence_number",
                row -> {
                    StoredRow event = entry(row);
                    Objects.requireNonNull(found.get(event.getAggregateIdentifier()))
                            .add(event);
                },
                arguments.toArray());
        return found;
    }

    long head() {
        return head(false).position();
    }

    /**
     * The newest head that is committed: connections are READ COMMITTED, so no earlier statement of a transaction hides it.
     *
     * @param locked whether nobody else may append until the current transaction ends
     */
    Head head(boolean locked) {
        return Objects.requireNonNull(jdbc.queryForObject(
                locked ? HEAD + " FOR UPDATE" : HEAD,
                (row, index) -> new Head(row.getLong(1), row.getLong(2), row.getLong(3))));
    }

    /** The aggregates of the events from behind a position up to another one, without those from {@code first} to {@code last}. */
    Set<String> aggregatesBetween(long after, long upTo, long first, long last) {
        return Set.copyOf(jdbc.queryForList(
                "SELECT DISTINCT aggregate_id FROM domain_event"
                        + " WHERE position > ? AND position <= ? AND NOT position BETWEEN ? AND ?",
                String.class,
                after,
                upTo,
                first,
                last));
    }

    /** The position of the last event before the first one that occurred at or after {@code instant}. */
    long lastBefore(Instant instant) {
        Long first = jdbc.queryForObject(
                "SELECT MIN(position) FROM domain_event WHERE occurred_at >= ?", Long.class, Micros.of(instant));
        return first == null ? head() : first - 1;
    }

    private static TrackedDomainEventData<byte[]> tracked(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(row.getLong(1)), entry(row));
    }

    private static StoredRow entry(ResultSet row) throws SQLException {
        return new StoredRow(
                row.getString(4),
                row.getString(2),
                row.getLong(3),
                row.getString(5),
                Micros.toInstant(row.getLong(8)),
                row.getString(6),
                row.getString(7),
                row.getBytes(9),
                row.getBytes(10));
    }
}
