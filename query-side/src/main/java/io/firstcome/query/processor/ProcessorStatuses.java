package io.firstcome.query.processor;

import io.firstcome.axon.processors.ProcessorFailures;
import io.firstcome.axon.processors.ProcessorNodes;
import io.firstcome.query.processor.ProcessorPositions.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
    private final ProcessorNodes nodes;
    private final ProcessorFailures failures;
    private final RebuildTable rebuilds;
    private final DeadLetters deadLetters;

    ProcessorStatuses(
            LocalProcessors processors,
            ProcessorPositions positions,
            ProcessorNodes nodes,
            ProcessorFailures failures,
            RebuildTable rebuilds,
            DeadLetters deadLetters) {
        this.processors = processors;
        this.positions = positions;
        this.nodes = nodes;
        this.failures = failures;
        this.rebuilds = rebuilds;
        this.deadLetters = deadLetters;
    }

    /** All that run here, or at another node that is there, by name. */
    List<ProcessorStatus> all() {
        // Positions before the head, so that a lag is never below 0.
        Map<String, Progress> reached = positions.all();
        long head = positions.head();
        Map<String, Long> now = deadLetters.counts();
        Map<String, RebuildTable.Row> rebuilding =
                rebuilds.all().stream().collect(Collectors.toMap(RebuildTable.Row::processor, Function.identity()));
        Map<String, StreamingEventProcessor> here = processors.all();
        SortedMap<String, Optional<String>> errors = nodes.errors();
        here.keySet().forEach(name -> errors.putIfAbsent(name, Optional.empty()));
        return errors.entrySet().stream()
                .map(entry -> {
                    String name = entry.getKey();
                    StreamingEventProcessor local = here.get(name);
                    Progress progress = reached.getOrDefault(name, Progress.NONE);
                    long lag = Math.max(0, head - progress.position());
                    return new ProcessorStatus(
                            name,
                            local == null || local.isRunning(),
                            progress.position(),
                            lag,
                            Math.max(1, progress.segments()),
                            lag == 0 ? null : error(name, local, entry.getValue()),
                            now.getOrDefault(name, 0L),
                            local != null && local.supportsReset(),
                            rebuild(rebuilding.get(name), progress.position()));
                })
                .toList();
    }

    Optional<ProcessorStatus> find(String name) {
        return all().stream().filter(status -> status.name().equals(name)).findFirst();
    }

    /**
     * Why it has events left. A failure is forgotten with the next batch, which comes with the next event, and Axon's own flag where the
     * processor ran before stays for up to a minute: who has handled everything gets on, whatever they say.
     */
    private @Nullable String error(
            String processor, @Nullable StreamingEventProcessor here, Optional<String> elsewhere) {
        String reason = here == null ? null : failures.reason(processor);
        if (reason == null && here != null && here.isError()) {
            return "Its events or its position cannot be read; it is tried again.";
        }
        return reason == null ? elsewhere.orElse(null) : reason;
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
