package io.firstcome.query.processor;

import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The events that views have parked: listed, and tried again. */
@Component
class ParkedEvents {

    private static final Duration RETRY_BUDGET = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final ObjectProvider<EventProcessingConfiguration> axon;

    private record Row(ParkedEvent event, long index) {}

    ParkedEvents(JdbcTemplate jdbc, ObjectProvider<EventProcessingConfiguration> axon) {
        this.jdbc = jdbc;
        this.axon = axon;
    }

    /** By sequence, and in each in the order in which they will be taken. */
    Page<ParkedEvent> list(String processor, @Nullable Cursor after, int limit) {
        String sequence = after == null ? "" : after.text(0);
        long index = after == null ? -1 : after.number(1);
        List<Row> rows = jdbc.query(
                "SELECT sequence_identifier, event_identifier, payload_type, aggregate_type, aggregate_identifier,"
                        + " sequence_number, enqueued_at, cause_message, cause_type, sequence_index FROM dead_letter_entry"
                        + " WHERE processing_group = ? AND (sequence_identifier > ?"
                        + " OR (sequence_identifier = ? AND sequence_index > ?))"
                        + " ORDER BY sequence_identifier, sequence_index LIMIT ?",
                (row, number) -> {
                    String stored = row.getString(5);
                    boolean faulty = row.getString(9) != null;
                    String message = row.getString(8);
                    return new Row(
                            new ParkedEvent(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    stored.substring(stored.indexOf(':') + 1),
                                    row.getLong(6),
                                    Instant.parse(row.getString(7)),
                                    faulty && message == null ? "No reason was given." : message),
                            row.getLong(10));
                },
                processor,
                sequence,
                sequence,
                index,
                limit + 1);
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        String next = more
                ? Cursor.of(shown.getLast().event().sequence(), shown.getLast().index())
                        .encode()
                : null;
        return new Page<>(shown.stream().map(Row::event).toList(), next);
    }

    long count(String processor) {
        Long count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM dead_letter_entry WHERE processing_group = ?", Long.class, processor);
        return count == null ? 0 : count;
    }

    /** Has the view take each parked sequence again, from its first event up to one that it still cannot take. */
    RetryResult retry(String processor) {
        long before = count(processor);
        axon.getObject().sequencedDeadLetterProcessor(processor).ifPresent(parked -> retry(processor, parked));
        long after = count(processor);
        return new RetryResult(Math.max(0, before - after), after);
    }

    private void retry(String processor, SequencedDeadLetterProcessor<EventMessage<?>> parked) {
        List<String> sequences = jdbc.queryForList(
                "SELECT DISTINCT sequence_identifier FROM dead_letter_entry WHERE processing_group = ?",
                String.class,
                processor);
        long end = System.nanoTime() + RETRY_BUDGET.toNanos();
        for (int i = 0; i < sequences.size() && System.nanoTime() - end < 0; i++) {
            // The one that was not touched for the longest time.
            parked.processAny();
        }
    }
}
