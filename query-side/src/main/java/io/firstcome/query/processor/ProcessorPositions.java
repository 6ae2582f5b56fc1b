package io.firstcome.query.processor;

import io.firstcome.axon.processors.ViewProgress;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.Segment;
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

    /**
     * How far a processor is.
     *
     * @param position the one that its slowest segment has reached
     * @param segments into how many parts it is split
     */
    record Reached(long position, int segments) {}

    /** The position of every processor that has ever run, wherever it runs. */
    Map<String, Long> all() {
        Map<String, Long> positions = new HashMap<>();
        reached().forEach((name, reached) -> positions.put(name, reached.position()));
        return positions;
    }

    /** The same, with how many segments it has. */
    Map<String, Reached> reached() {
        Map<String, Map<Integer, Long>> segments = new HashMap<>();
        jdbc.query("SELECT processor_name, segment, token_type, token FROM token_entry", row -> {
            segments.computeIfAbsent(row.getString(1), name -> new HashMap<>())
                    .put(row.getInt(2), position(row.getString(3), row.getBytes(4)));
        });
        // Axon stores the position only every few seconds while the events are none of the processor's, but knows that
        // it has passed them.
        processors.all().forEach((name, processor) -> {
            Map<Integer, Long> reached = segments.computeIfAbsent(name, unknown -> new HashMap<>());
            processor
                    .processingStatus()
                    .forEach((segment, status) ->
                            reached.merge(segment, status.getCurrentPosition().orElse(0), Math::max));
        });
        Map<String, Reached> all = new HashMap<>();
        segments.forEach((name, reached) -> all.put(
                name,
                new Reached(
                        reached.values().stream()
                                .mapToLong(Long::longValue)
                                .min()
                                .orElse(0),
                        reached.size())));
        return all;
    }

    @Override
    public long position(String processor) {
        long here = processors.find(processor).map(ProcessorPositions::whole).orElse(0L);
        return here > 0 ? here : all().getOrDefault(processor, 0L);
    }

    /** The position of a processor that has one segment, and has it here; else 0. */
    private static long whole(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .filter(status -> status.getSegment().getMask() == Segment.ROOT_SEGMENT.getMask())
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .findFirst()
                .orElse(0);
    }

    private long position(@Nullable String type, byte @Nullable [] token) {
        if (type == null || token == null) {
            return 0;
        }
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position().orElse(0);
    }
}
