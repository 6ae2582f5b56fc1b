package io.firstcome.query.processor;

import io.firstcome.axon.processors.ProcessorFailures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of the processors. */
@Component
class ProcessorStatuses {

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

    /** All, by name. */
    List<ProcessorStatus> all() {
        // Positions before the head, so that a lag is never below 0.
        Map<String, Long> reached = positions.all();
        long head = positions.head();
        Map<String, Long> now = deadLetters.counts();
        Map<String, RebuildTable.Row> rebuilding =
                rebuilds.all().stream().collect(Collectors.toMap(RebuildTable.Row::processor, Function.identity()));
        return processors.all().entrySet().stream()
                .map(entry -> {
                    String name = entry.getKey();
                    long position = reached.getOrDefault(name, 0L);
                    return status(
                            entry.getValue(),
                            position,
                            head,
                            now.getOrDefault(name, 0L),
                            rebuild(rebuilding.get(name), position));
                })
                .toList();
    }

    Optional<ProcessorStatus> find(String name) {
        return all().stream().filter(status -> status.name().equals(name)).findFirst();
    }

    private ProcessorStatus status(
            StreamingEventProcessor processor,
            long position,
            long head,
            long deadLetters,
            ProcessorStatus.@Nullable Rebuild rebuild) {
        String name = processor.getName();
        return new ProcessorStatus(
                name,
                processor.isRunning(),
                position,
                Math.max(0, head - position),
                Math.max(1, processor.processingStatus().size()),
                error(processor),
                deadLetters,
                processor.supportsReset(),
                rebuild);
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
