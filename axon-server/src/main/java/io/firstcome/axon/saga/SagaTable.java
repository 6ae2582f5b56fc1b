package io.firstcome.axon.saga;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tables {@code saga_entry} and {@code association_value_entry}, in the current transaction.
 *
 * <p>What locks rows names its index. These tables are nearly empty one moment and have hundreds of rows the next; by what the
 * database knows of them it would rather read a whole table than look for some hundred ids. It then waits for each row that another process
 * has locked, and the two processes, which have no row in common, end in a deadlock.
 */
final class SagaTable {

    private static final int IDS_AT_A_TIME = 500;

    private final JdbcTemplate jdbc;
    private final Function<Object, String> json;

    /** @param json makes the JSON of a process */
    SagaTable(JdbcTemplate jdbc, Function<Object, String> json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Set<String> find(Sought sought) {
        return new TreeSet<>(jdbc.queryForList(
                "SELECT saga_id FROM association_value_entry"
                        + " WHERE saga_type = ? AND association_key = ? AND association_value = ?",
                String.class,
                sought.type(),
                sought.association().getKey(),
                sought.association().getValue()));
    }

    /** All associations of a type, or of more than {@code limit} of them some. */
    Map<AssociationValue, Set<String>> findAll(String type, int limit) {
        Map<AssociationValue, Set<String>> all = new HashMap<>();
        jdbc.query(
                "SELECT association_key, association_value, saga_id FROM association_value_entry WHERE saga_type = ?"
                        + " LIMIT ?",
                row -> {
                    all.computeIfAbsent(
                                    new AssociationValue(row.getString(1), row.getString(2)), nobody -> new TreeSet<>())
                            .add(row.getString(3));
                },
                type,
                limit);
        return all;
    }

    @Nullable
    SagaRow load(String id) {
        List<SagaRow> found = jdbc.query(
                "SELECT saga_type, revision, version, serialized_saga FROM saga_entry WHERE saga_id = ?",
                (row, number) -> new SagaRow(
                        id,
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        new SagaState.Stored(new String(row.getBytes(4), StandardCharsets.UTF_8)),
                        associations(id)),
                id);
        return found.isEmpty() ? null : found.getFirst();
    }

    private Set<AssociationValue> associations(String id) {
        return new HashSet<>(jdbc.query(
                "SELECT association_key, association_value FROM association_value_entry WHERE saga_id = ?",
                (row, number) -> new AssociationValue(row.getString(1), row.getString(2)),
                id));
    }

    /** The versions of those that are there; nobody else changes them until the end of the transaction. */
    Map<String, Long> lock(Collection<String> ids) {
        Map<String, Long> versions = HashMap.newHashMap(ids.size());
        for (List<String> part : parts(ids)) {
            jdbc.query(
                    "SELECT saga_id, version FROM saga_entry FORCE INDEX (PRIMARY) WHERE saga_id IN (" + marks(part)
                            + ") FOR UPDATE",
                    row -> {
                        versions.put(row.getString(1), row.getLong(2));
                    },
                    part.toArray());
        }
        return versions;
    }

    /** Writes the states, of new processes and of changed ones. */
    void write(Collection<SagaRow> rows) {
        jdbc.batchUpdate(
                "INSERT INTO saga_entry (saga_id, saga_type, revision, version, serialized_saga) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE revision = VALUES(revision), version = VALUES(version),"
                        + " serialized_saga = VALUES(serialized_saga)",
                rows.stream()
                        // As text: the driver escapes bytes one by one.
                        .map(row -> new Object[] {
                            row.id(),
                            row.type(),
                            row.revision(),
                            row.version(),
                            row.state().json(json)
                        })
                        .toList());
    }

    /** @param rows each with the associations that it gets */
    void associate(Map<SagaRow, Set<AssociationValue>> rows) {
        List<Object[]> values = new ArrayList<>();
        rows.forEach((row, associations) -> associations.forEach(association ->
                values.add(new Object[] {row.type(), association.getKey(), association.getValue(), row.id()})));
        if (!values.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO association_value_entry (saga_type, association_key, association_value, saga_id)"
                            + " VALUES (?, ?, ?, ?)",
                    values);
        }
    }

    void dissociate(SagaRow row, Set<AssociationValue> associations) {
        for (AssociationValue association : associations) {
            jdbc.update(
                    "DELETE FROM association_value_entry WHERE saga_type = ? AND association_key = ?"
                            + " AND association_value = ? AND saga_id = ?",
                    row.type(),
                    association.getKey(),
                    association.getValue(),
                    row.id());
        }
    }

    void delete(Collection<String> ids) {
        for (List<String> part : parts(ids)) {
            // A DELETE of associations alone reads the whole index, even where it is told which one.
            jdbc.update(
                    "DELETE saga, association FROM saga_entry saga FORCE INDEX (PRIMARY)"
                            + " LEFT JOIN association_value_entry association FORCE INDEX (ix_association_value_saga)"
                            + " ON association.saga_id = saga.saga_id WHERE saga.saga_id IN (" + marks(part) + ")",
                    part.toArray());
        }
    }

    /** In the same order for everybody, so that two never wait for each other. */
    private static List<List<String>> parts(Collection<String> ids) {
        List<String> sorted = ids.stream().sorted().toList();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += IDS_AT_A_TIME) {
            parts.add(sorted.subList(from, Math.min(sorted.size(), from + IDS_AT_A_TIME)));
        }
        return parts;
    }

    private static String marks(List<String> ids) {
        return String.join(",", Collections.nCopies(ids.size(), "?"));
    }
}
