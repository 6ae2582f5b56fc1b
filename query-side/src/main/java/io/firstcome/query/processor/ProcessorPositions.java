package io.firstcome.query.processor;

import io.firstcome.axon.processing.ViewProgress;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far each processor is: by what is committed, wherever it runs, and by what those that run here have passed. */
@Component
class ProcessorPositions implements ViewProgress {

    private final JdbcTemplate jdbc;
    private final Serializer tokens;
    private final EventStore events;
    private final LocalProcessors processors;

    ProcessorPositions(JdbcTemplate jdbc, Serializer tokens, EventStore events, LocalProcessors processors) {
        this.processors = processors;
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.events = events;
    }

    @Override
    public long head() {
        TrackingToken head = events.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    /** The position of every processor that has ever run: the one that its slowest segment has reached. */
    Map<String, Long> all() {
        Map<String, Long> positions = new HashMap<>();
        jdbc.query("SELECT processor_name, token_type, token FROM token_entry", row -> {
            positions.merge(row.getString(1), position(row.getString(2), row.getBytes(3)), Math::min);
        });
        processors.all().forEach((name, processor) -> positions.merge(name, passed(processor), Math::max));
        return positions;
    }

    /**
     * Axon stores the position only every few seconds while the events are none of the processor's, but it knows that it has
     * passed them.
     */
    private static long passed(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
    }

    @Override
    public long position(String processor) {
        long here = processors.find(processor).map(ProcessorPositions::passed).orElse(0L);
        return here > 0 ? here : all().getOrDefault(processor, 0L);
    }

    private long position(@Nullable String type, byte @Nullable [] token) {
        if (type == null || token == null) {
            return 0;
        }
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position().orElse(0);
    }
}
