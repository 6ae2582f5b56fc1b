package io.firstcome.query.processor;

import io.firstcome.axon.processors.DeadLetterSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The events that views have dead-lettered, table {@code dead_letter_entry}. */
@Component
class ViewDeadLetters implements DeadLetterSource {

    private final JdbcTemplate jdbc;
    private final ObjectProvider<EventProcessingConfiguration> axon;

    ViewDeadLetters(JdbcTemplate jdbc, ObjectProvider<EventProcessingConfiguration> axon) {
        this.jdbc = jdbc;
        this.axon = axon;
    }

    @Override
    public Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.query("SELECT processing_group, COUNT(*) FROM dead_letter_entry GROUP BY processing_group", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    @Override
    public List<Letter> list(String processor, @Nullable Place after, int limit) {
        String sequence = after == null ? "" : after.sequence();
        return jdbc.query(
                "SELECT sequence_identifier, sequence_index, event_identifier, payload_type, aggregate_identifier,"
                        + " sequence_number, enqueued_at, cause_message, cause_type FROM dead_letter_entry"
                        + " WHERE processing_group = ? AND (sequence_identifier > ?"
                        + " OR (sequence_identifier = ? AND sequence_index > ?))"
                        + " ORDER BY sequence_identifier, sequence_index LIMIT ?",
                (row, number) -> {
                    boolean faulty = row.getString(9) != null;
                    String message = row.getString(8);
                    return new Letter(
                            new Place(row.getString(1), row.getLong(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getLong(6),
                            Instant.parse(row.getString(7)),
                            faulty && message == null ? "No reason was given." : message);
                },
                processor,
                sequence,
                sequence,
                after == null ? -1 : after.index(),
                limit);
    }

    /** Has the view take each dead-lettered sequence again, from its first event up to one that it still cannot take. */
    @Override
    public void retry(String processor, long end) {
        axon.getObject()
                .sequencedDeadLetterProcessor(processor)
                .ifPresent(deadLetters -> retry(processor, deadLetters, end));
    }

    private void retry(String processor, SequencedDeadLetterProcessor<EventMessage<?>> deadLetters, long end) {
        List<String> sequences = jdbc.queryForList(
                "SELECT DISTINCT sequence_identifier FROM dead_letter_entry WHERE processing_group = ?",
                String.class,
                processor);
        for (int i = 0; i < sequences.size() && System.nanoTime() - end < 0; i++) {
            // The one that was not touched for the longest time.
            deadLetters.processAny();
        }
    }
}
