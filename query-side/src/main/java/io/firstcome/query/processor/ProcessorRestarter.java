package io.firstcome.query.processor;

import io.firstcome.axon.processors.ProcessorFailures;
import io.firstcome.axon.processors.ProcessorProperties;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/**
 * Has a failed processor try again soon.
 *
 * <p>Axon doubles its pause with each failure, up to a minute: after a short outage a view would stay behind for long.
 */
@Component
class ProcessorRestarter {

    private final LocalProcessors processors;
    private final ProcessorFailures failures;
    private final int segments;

    ProcessorRestarter(LocalProcessors processors, ProcessorFailures failures, ProcessorProperties properties) {
        this.segments = properties.processSegments();
        this.processors = processors;
        this.failures = failures;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it shows in the status
    void tick() {
        for (StreamingEventProcessor processor : processors.all().values()) {
            boolean waiting =
                    processor.isRunning() && processor.processingStatus().isEmpty();
            if (waiting && failures.reason(processor.getName()) != null) {
                for (int segment = 0; segment < segments; segment++) {
                    processor.claimSegment(segment);
                }
            }
        }
    }
}
