package io.firstcome.cluster;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the store has of the aggregates that a journal is about.
 *
 * @param byAggregate their events in the order of their sequence numbers
 * @param keys the idempotency keys that have an outcome, as {@code user key}
 */
record StoredEvents(Map<String, List<StoredEvent>> byAggregate, Set<String> keys) {
    private static final JsonMapper JSON = new JsonMapper();

    /** An event with its JSON. */
    record StoredEvent(long sequence, String type, JsonNode payload) {

        static StoredEvent of(long sequence, String type, String payload) {
            return new StoredEvent(sequence, type, JSON.readTree(payload));
        }
    }

    List<StoredEvent> of(String aggregate) {
        return byAggregate.getOrDefault(aggregate, List.of());
    }

    static StoredEvents read(Connection connection, Set<String> aggregates) throws SQLException {
        Map<String, List<StoredEvent>> events = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT sequence_number, event_type, payload FROM domain_event WHERE aggregate_id = ?"
                        + " ORDER BY sequence_number")) {
            for (String aggregate : aggregates) {
                select.setString(1, aggregate);
                events.put(aggregate, read(select));
            }
        }
        Set<String> keys = new HashSet<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT user_id, idempotency_key FROM idempotency_key");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                keys.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return new StoredEvents(events, keys);
    }

    private static List<StoredEvent> read(PreparedStatement select) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                events.add(StoredEvent.of(
                        rows.getLong(1), rows.getString(2), new String(rows.getBytes(3), StandardCharsets.UTF_8)));
            }
        }
        return events;
    }
}
