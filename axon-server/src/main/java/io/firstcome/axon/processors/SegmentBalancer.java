package io.firstcome.axon.processors;

import io.firstcome.axon.processors.ProcessorNodes.StoredSegment;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Has the nodes that are there share the segments of the event processors: each says that it is there, sees who else is, and gives up what
 * another one is to run.
 *
 * <p>Who may handle events is decided by the claim of a segment alone, which one node has. What is known here of other nodes is a few seconds
 * old; if it is wrong, a segment waits for some seconds, or runs where it is not meant to.
 */
final class SegmentBalancer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SegmentBalancer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final String node = UUID.randomUUID().toString();
    private final ProcessorNodes nodes;
    private final ProcessorFailures failures;
    private final ObjectProvider<EventProcessingConfiguration> axon;
    private volatile SegmentShares shares = SegmentShares.alone(node);
    private @Nullable ScheduledExecutorService thread;

    SegmentBalancer(
            ProcessorNodes nodes, ProcessorFailures failures, ObjectProvider<EventProcessingConfiguration> axon) {
        this.nodes = nodes;
        this.failures = failures;
        this.axon = axon;
    }

    /** Whether this node is to claim a segment when it is free. */
    boolean isMine(String processor, int segment) {
        return shares.isMine(processor, segment);
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("segment-balancer").daemon().factory());
        @SuppressWarnings("unused") // it runs until it is shut down
        var looking = started.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Before the processors, so that others know it when these release their segments. */
    @Override
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                nodes.leave(node);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.debug("The others notice by themselves that this node has gone", e);
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** What a scheduled task throws ends it for ever. */
    private void look() {
        try {
            SortedMap<String, StreamingEventProcessor> here = running();
            Map<String, @Nullable String> errors = new HashMap<>();
            here.keySet().forEach(name -> errors.put(name, failures.reason(name)));
            nodes.beat(node, errors);
            SegmentShares now = new SegmentShares(node, nodes.there());
            shares = now;
            Map<String, List<StoredSegment>> segments =
                    nodes.segments().stream().collect(Collectors.groupingBy(StoredSegment::processor));
            here.forEach((name, processor) -> share(processor, segments.getOrDefault(name, List.of()), now));
        } catch (RuntimeException | Error e) {
            log.debug("Segments are shared later", e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the next look sees what came of it
    private void share(StreamingEventProcessor processor, List<StoredSegment> segments, SegmentShares now) {
        String name = processor.getName();
        processor.processingStatus().keySet().stream()
                .filter(segment -> !now.isMine(name, segment))
                .forEach(processor::releaseSegment);
        List<StoredSegment> mine = segments.stream()
                .filter(segment -> now.isMine(name, segment.number()))
                .toList();
        // By itself Axon looks for free segments every few seconds only, and after failures up to a minute later.
        mine.stream().filter(StoredSegment::free).forEach(segment -> processor.claimSegment(segment.number()));
        if (mine.isEmpty()) {
            // Whether it gets on, another node shows now.
            failures.clear(name);
        }
    }

    private SortedMap<String, StreamingEventProcessor> running() {
        SortedMap<String, StreamingEventProcessor> running = new TreeMap<>();
        axon.getObject().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming && streaming.isRunning()) {
                running.put(name, streaming);
            }
        });
        return running;
    }
}
