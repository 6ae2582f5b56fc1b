package io.firstcome.axon.processors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Has a failed processor of this node try again soon, and shows as {@code firstcome.processor.failing} that it has failed.
 *
 * <p>Axon doubles its pause with each failure, up to a minute: after a short outage a view, or a buyer, would wait for long.
 */
class ProcessorRestarter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProcessorRestarter.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ObjectProvider<EventProcessingConfiguration> axon;
    private final ProcessorFailures failures;
    private final MeterRegistry metrics;
    private final int segments;
    private @Nullable ScheduledExecutorService thread;

    ProcessorRestarter(
            ObjectProvider<EventProcessingConfiguration> axon,
            ProcessorFailures failures,
            ProcessorProperties properties,
            MeterRegistry metrics) {
        this.axon = axon;
        this.failures = failures;
        this.metrics = metrics;
        this.segments = properties.processSegments();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // tick reports its own failures
    public synchronized void start() {
        if (thread == null) {
            List<StreamingEventProcessor> processors = processors();
            processors.forEach(this::gauge);
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("processor-restarts").daemon().factory());
            thread.scheduleWithFixedDelay(() -> tick(processors), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private List<StreamingEventProcessor> processors() {
        return axon.getObject().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .toList();
    }

    private void gauge(StreamingEventProcessor processor) {
        String name = processor.getName();
        Gauge.builder(
                        "firstcome.processor.failing",
                        () -> failures.reason(name) != null || processor.isError() ? 1 : 0)
                .description("1 while it does not get on")
                .tag("processor", name)
                .register(metrics);
    }

    private void tick(List<StreamingEventProcessor> processors) {
        try {
            processors.forEach(this::restart);
        } catch (RuntimeException | Error e) {
            // What a scheduled task throws ends it for ever.
            log.debug("Failed processors are restarted later", e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it shows in the status
    private void restart(StreamingEventProcessor processor) {
        boolean waiting = processor.isRunning() && processor.processingStatus().isEmpty();
        if (waiting && failures.reason(processor.getName()) != null) {
            for (int segment = 0; segment < segments; segment++) {
                processor.claimSegment(segment);
            }
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
