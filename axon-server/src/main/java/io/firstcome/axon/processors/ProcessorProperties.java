package io.firstcome.axon.processors;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.processor.*}.
 *
 * @param batchSize how many events at most are handled in one transaction, 1 to 1,000
 * @param pause the least time from the start of a view's batch to that of its next, up to 1 s
 * @param processPause the same of a process, which somebody waits for
 * @param processSegments parts that the events of a process are split into when it starts for the first time, 1 to 64; each has a thread
 * @param processConnections connections of the processes and their tasks, 4 for each segment to 1,000
 */
@ConfigurationProperties("firstcome.processor")
public record ProcessorProperties(
        @DefaultValue("500") int batchSize,
        @DefaultValue("20ms") Duration pause,
        @DefaultValue("3ms") Duration processPause,
        @DefaultValue("1") int processSegments,
        @DefaultValue("12") int processConnections) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    public ProcessorProperties {
        if (batchSize < 1 || batchSize > 1_000) {
            throw new IllegalArgumentException("firstcome.processor.batch-size must be 1 to 1000");
        }
        if (processSegments < 1 || processSegments > 64) {
            throw new IllegalArgumentException("firstcome.processor.process-segments must be 1 to 64");
        }
        // Each segment of each of the processes has one all the time that it is at work.
        if (processConnections < 4 * processSegments || processConnections > 1_000) {
            throw new IllegalArgumentException(
                    "firstcome.processor.process-connections must be 4 for each of process-segments to 1000");
        }
        requirePause("pause", pause);
        requirePause("process-pause", processPause);
    }

    private static void requirePause(String name, Duration pause) {
        if (pause.isNegative() || pause.compareTo(LONGEST_PAUSE) > 0) {
            throw new IllegalArgumentException("firstcome.processor." + name + " must be 0 to 1s");
        }
    }
}
