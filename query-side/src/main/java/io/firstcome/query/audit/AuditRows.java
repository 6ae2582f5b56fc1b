package io.firstcome.query.audit;

import io.firstcome.axon.eventstore.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code domain_event}, read only. Each statement is ended by the database when it takes too long. */
@Component
class AuditRows {

    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(5);
    private static final String SELECT = "SELECT position, event_id, aggregate_type, aggregate_id, sequence_number,"
            + " event_type, revision, occurred_at, payload, metadata FROM domain_event ";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    AuditRows(DataSource dataSource, JsonMapper json) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setQueryTimeout((int) STATEMENT_LIMIT.toSeconds());
        this.json = json;
    }

    long head() {
        Long head = jdbc.queryForObject("SELECT position FROM event_head WHERE id = 1", Long.class);
        return head == null ? 0 : head;
    }

    /** Events of a user, found by an index. */
    List<AuditEvent> ofUser(AuditFilter filter) {
        return find(
                "FORCE INDEX (ix_domain_event_user) WHERE position > ? AND ",
                filter,
                "position",
                List.of(filter.after()));
    }

    /** Events of one aggregate, found by an index: there, its own numbers are in commit order too. */
    List<AuditEvent> ofAggregate(AuditFilter filter) {
        return find(
                "FORCE INDEX (uk_domain_event_aggregate) WHERE sequence_number > ? AND ",
                filter,
                "sequence_number",
                List.of(sequenceAt(filter)));
    }

    /** The aggregate's number at the position after which is asked, -1 when it has none until there. */
    private long sequenceAt(AuditFilter filter) {
        if (filter.after() == 0) {
            return -1;
        }
        Long sequence = jdbc.queryForObject(
                "SELECT MAX(sequence_number) FROM domain_event WHERE aggregate_id = ? AND position <= ?",
                Long.class,
                filter.aggregateType() + ":" + filter.aggregateId(),
                filter.after());
        return sequence == null ? -1 : sequence;
    }

    /** Events up to a position, found by looking at each. */
    List<AuditEvent> upTo(long position, AuditFilter filter) {
        return find("WHERE position > ? AND position <= ? AND ", filter, "position", List.of(filter.after(), position));
    }

    private List<AuditEvent> find(String where, AuditFilter filter, String order, List<Object> first) {
        AuditFilter.Condition condition = filter.condition();
        List<Object> parameters = new ArrayList<>(first);
        parameters.addAll(condition.parameters());
        parameters.add(filter.limit());
        return jdbc.query(
                SELECT + where + condition.sql() + " ORDER BY " + order + " LIMIT ?",
                (row, index) -> read(row),
                parameters.toArray());
    }

    private AuditEvent read(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                bareId(row.getString(4)),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                Micros.toInstant(row.getLong(8)),
                json.readTree(row.getBytes(9)),
                json.readTree(row.getBytes(10)));
    }

    private static String bareId(String stored) {
        return stored.substring(stored.indexOf(':') + 1);
    }
}
