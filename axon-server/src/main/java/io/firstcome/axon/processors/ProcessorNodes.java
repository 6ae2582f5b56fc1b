package io.firstcome.axon.processors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Table {@code processor_node}: the signs of life of the nodes that run event processors, by the database's clock. And the segments that
 * they share.
 */
public final class ProcessorNodes {

    /** As long as a claim of a segment holds that nobody extends. */
    private static final long GONE_SECONDS = TokenStores.CLAIM_TIMEOUT.toSeconds();

    private static final String NOW = "UTC_TIMESTAMP(6)";
    private static final String THERE = " FROM processor_node WHERE seen_at > " + NOW + " - INTERVAL ? SECOND";

    private final JdbcTemplate jdbc;

    /**
     * A segment of a processor.
     *
     * @param free whether no node has claimed it
     */
    record StoredSegment(String processor, int number, boolean free) {}

    ProcessorNodes(ProcessDatabase database) {
        this.jdbc = new JdbcTemplate(database.dataSource());
    }

    /**
     * Says that a node is there to run these processors.
     *
     * @param errors for each of them why it does not get on there, or null
     */
    void beat(String node, Map<String, @Nullable String> errors) {
        jdbc.batchUpdate(
                "INSERT INTO processor_node (processor_name, node, seen_at, error) VALUES (?, ?, " + NOW
                        + ", ?) ON DUPLICATE KEY UPDATE seen_at = " + NOW + ", error = ?",
                errors.entrySet().stream()
                        .map(entry -> new @Nullable Object[] {entry.getKey(), node, entry.getValue(), entry.getValue()})
                        .toList());
        jdbc.update("DELETE FROM processor_node WHERE seen_at < " + NOW + " - INTERVAL 1 DAY");
    }

    /** The nodes that are there, by processor, in the order of their names. */
    SortedMap<String, List<String>> there() {
        SortedMap<String, List<String>> there = new TreeMap<>();
        jdbc.query(
                "SELECT processor_name, node" + THERE + " ORDER BY processor_name, node",
                row -> {
                    there.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                            .add(row.getString(2));
                },
                GONE_SECONDS);
        return there;
    }

    /** All segments of all processors that have ever run. */
    List<StoredSegment> segments() {
        return jdbc.query(
                "SELECT processor_name, segment, owner IS NULL FROM token_entry",
                (row, index) -> new StoredSegment(row.getString(1), row.getInt(2), row.getBoolean(3)));
    }

    /** The processors that some node runs, each with the reason why it does not get on at one of them; empty when it gets on. */
    public SortedMap<String, Optional<String>> errors() {
        SortedMap<String, Optional<String>> errors = new TreeMap<>();
        jdbc.query(
                "SELECT processor_name, MAX(error)" + THERE + " GROUP BY processor_name",
                row -> {
                    errors.put(row.getString(1), Optional.ofNullable(row.getString(2)));
                },
                GONE_SECONDS);
        return errors;
    }

    /** Says that a node is there no longer. */
    void leave(String node) {
        jdbc.update("DELETE FROM processor_node WHERE node = ?", node);
    }
}
