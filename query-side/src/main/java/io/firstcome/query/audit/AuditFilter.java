package io.firstcome.query.audit;

import io.firstcome.axon.eventstore.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for. What is null does not matter.
 *
 * @param aggregateId the bare id; only with a type, for ids of two types may be the same
 * @param user whom the event is about, else who caused it
 * @param from the first instant
 * @param to the first instant after
 * @param after the position before the first
 * @param limit how many at most
 */
record AuditFilter(
        @Nullable String aggregateType,
        @Nullable String aggregateId,
        @Nullable String type,
        @Nullable String user,
        @Nullable Instant from,
        @Nullable Instant to,
        long after,
        int limit) {

    /** A part of a WHERE clause, and its parameters. */
    record Condition(String sql, List<Object> parameters) {}

    AuditFilter after(long position, int rest) {
        return new AuditFilter(aggregateType, aggregateId, type, user, from, to, position, rest);
    }

    /** All but the position. */
    Condition condition() {
        StringBuilder sql = new StringBuilder("1 = 1");
        List<Object> parameters = new ArrayList<>();
        if (aggregateId != null) {
            add(sql, parameters, "aggregate_id = ?", aggregateType + ":" + aggregateId);
        } else if (aggregateType != null) {
            add(sql, parameters, "aggregate_type = ?", aggregateType);
        }
        if (type != null) {
            add(sql, parameters, "event_type = ?", type);
        }
        if (user != null) {
            add(sql, parameters, "user_id = ?", user);
        }
        if (from != null) {
            add(sql, parameters, "occurred_at >= ?", Micros.of(from));
        }
        if (to != null) {
            add(sql, parameters, "occurred_at < ?", Micros.of(to));
        }
        return new Condition(sql.toString(), parameters);
    }

    private static void add(StringBuilder sql, List<Object> parameters, String condition, Object value) {
        sql.append(" AND ").append(condition);
        parameters.add(value);
    }
}
