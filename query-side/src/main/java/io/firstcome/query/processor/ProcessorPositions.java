package io.firstcome.query.processor;

import io.firstcome.query.processing.ViewProgress;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far each processor is by what is committed, wherever it runs. */
@Component
class ProcessorPositions implements ViewProgress {

    private final JdbcTemplate jdbc;
    private final Serializer tokens;
    private final EventStore events;

    ProcessorPositions(JdbcTemplate jdbc, Serializer tokens, EventStore events) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.events = events;
    }

    /** The position of the newest event, 0 before the first. */
    long head() {
        TrackingToken head = events.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    /** The position of every processor that has ever run: the one that its slowest segment has reached. */
    Map<String, Long> all() {
        Map<String, Long> positions = new HashMap<>();
        jdbc.query("SELECT processor_name, token_type, token FROM token_entry", row -> {
            positions.merge(row.getString(1), position(row.getString(2), row.getBytes(3)), Math::min);
        });
        return positions;
    }

    @Override
    public boolean hasCaughtUp(String processor) {
        long head = head();
        return all().getOrDefault(processor, 0L) >= head;
    }

    private long position(@Nullable String type, byte @Nullable [] token) {
        if (type == null || token == null) {
            return 0;
        }
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position().orElse(0);
    }
}
