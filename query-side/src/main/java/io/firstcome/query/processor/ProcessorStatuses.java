package io.firstcome.query.processor;

import io.firstcome.axon.processors.ProcessorFailures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of the processors. */
@Component
class ProcessorStatuses {

    private static final ProcessorPositions.Reached NOTHING = new ProcessorPositions.Reached(0, 1);

    private final LocalProcessors processors;
    private final ProcessorPositions positions;
    private final ProcessorFailures failures;
    private final RebuildTable rebuilds;
    private final DeadLetters deadLetters;

    ProcessorStatuses(
            LocalProcessors processors,
            ProcessorPositions positions,
            ProcessorFailures failures,
            RebuildTable rebuilds,
            DeadLetters deadLetters) {
        this.processors = processors;
        this.positions = positions;
        this.failures = failures;
        this.rebuilds = rebuilds;
        this.deadLetters = deadLetters;
    }

    /** All of this node, and all others that have a position: they run elsewhere, as the processes do at command nodes. */
    List<ProcessorStatus> all() {
        // Positions before the head, so that a lag is never below 0.
        Map<String, ProcessorPositions.Reached> reached = positions.reached();
        long head = positions.head();
        Map<String, Long> now = deadLetters.counts();
        Map<String, RebuildTable.Row> rebuilding =
                rebuilds.all().stream().collect(Collectors.toMap(RebuildTable.Row::processor, Function.identity()));
        Map<String, StreamingEventProcessor> here = processors.all();
        Set<String> names = new TreeSet<>(reached.keySet());
        names.addAll(here.keySet());
        return names.stream()
                .map(name -> {
                    ProcessorPositions.Reached far = reached.getOrDefault(name, NOTHING);
                    StreamingEventProcessor processor = here.get(name);
                    return new ProcessorStatus(
                            name,
                            processor != null && processor.isRunning(),
                            far.position(),
                            Math.max(0, head - far.position()),
                            far.segments(),
                            processor == null ? null : error(processor),
                            now.getOrDefault(name, 0L),
                            processor != null && processor.supportsReset(),
                            rebuild(rebuilding.get(name), far.position()));
                })
                .toList();
    }

    Optional<ProcessorStatus> find(String name) {
        return all().stream().filter(status -> status.name().equals(name)).findFirst();
    }

    private @Nullable String error(StreamingEventProcessor processor) {
        String reason = failures.reason(processor.getName());
        return reason == null && processor.isError()
                ? "Its events or its position cannot be read; it is tried again."
                : reason;
    }

    private static ProcessorStatus.@Nullable Rebuild rebuild(RebuildTable.@Nullable Row row, long position) {
        if (row == null) {
            return null;
        }
        int percent =
                switch (row.state()) {
                    case REQUESTED -> 0;
                    case RUNNING ->
                        row.targetPosition() == 0 ? 100 : (int) Math.min(100, 100 * position / row.targetPosition());
                    case DONE -> 100;
                };
        return new ProcessorStatus.Rebuild(row.state(), row.requestedAt(), row.finishedAt(), percent);
    }
}
