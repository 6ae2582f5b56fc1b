package io.firstcome.query.processor;

import io.firstcome.axon.processing.ProcessorFailures;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/**
 * Has a failed processor try again soon.
 *
 * <p>Axon doubles its pause with each failure, up to a minute: after a short outage a view would stay behind for long.
 */
@Component
class Nudge {

    private final LocalProcessors processors;
    private final ProcessorFailures failures;

    Nudge(LocalProcessors processors, ProcessorFailures failures) {
        this.processors = processors;
        this.failures = failures;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it shows in the status
    void tick() {
        for (StreamingEventProcessor processor : processors.all().values()) {
            boolean waiting =
                    processor.isRunning() && processor.processingStatus().isEmpty();
            if (waiting && failures.reason(processor.getName()) != null) {
                processor.claimSegment(0);
            }
        }
    }
}
