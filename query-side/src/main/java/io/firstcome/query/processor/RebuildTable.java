package io.firstcome.query.processor;

import io.firstcome.axon.eventstore.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table {@code processor_rebuild}: what was asked for survives a crash, and all processes see it. */
@Component
class RebuildTable {

    private static final String SELECT =
            "SELECT processor_name, state, requested_at, finished_at, target_position FROM processor_rebuild";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** @param targetPosition where the events were when the view was emptied */
    record Row(
            String processor,
            RebuildState state,
            Instant requestedAt,
            @Nullable Instant finishedAt,
            long targetPosition) {}

    RebuildTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks for a rebuild, unless one is asked for or running already. */
    void request(String processor) {
        long now = Micros.of(clock.instant());
        // Assignments run from left to right, so the state comes last.
        jdbc.update(
                "INSERT INTO processor_rebuild (processor_name, state, requested_at, finished_at, target_position)"
                        + " VALUES (?, 'REQUESTED', ?, NULL, 0) ON DUPLICATE KEY UPDATE"
                        + " requested_at = IF(state = 'DONE', ?, requested_at),"
                        + " finished_at = IF(state = 'DONE', NULL, finished_at),"
                        + " target_position = IF(state = 'DONE', 0, target_position),"
                        + " state = IF(state = 'DONE', 'REQUESTED', state)",
                processor,
                now,
                now);
    }

    List<Row> all() {
        return jdbc.query(SELECT, (row, index) -> read(row));
    }

    /** The rebuild that waits to begin, locked until the end of the transaction; empty when another process has it. */
    Optional<Row> lockRequested(String processor) {
        return jdbc
                .query(
                        SELECT + " WHERE processor_name = ? AND state = 'REQUESTED' FOR UPDATE",
                        (row, index) -> read(row),
                        processor)
                .stream()
                .findFirst();
    }

    void running(String processor, long targetPosition) {
        jdbc.update(
                "UPDATE processor_rebuild SET state = 'RUNNING', target_position = ? WHERE processor_name = ?",
                targetPosition,
                processor);
    }

    void done(String processor) {
        jdbc.update(
                "UPDATE processor_rebuild SET state = 'DONE', finished_at = ? WHERE processor_name = ? AND state = 'RUNNING'",
                Micros.of(clock.instant()),
                processor);
    }

    private static Row read(ResultSet row) throws SQLException {
        long finished = row.getLong(4);
        return new Row(
                row.getString(1),
                RebuildState.valueOf(row.getString(2)),
                Micros.toInstant(row.getLong(3)),
                finished == 0 ? null : Micros.toInstant(finished),
                row.getLong(5));
    }
}
