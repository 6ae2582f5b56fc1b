package io.firstcome.query.processor;

import io.firstcome.axon.processing.ProcessorFailures;
import io.firstcome.query.near.NearFeed;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out the rebuilds that were asked for.
 *
 * <p>Every process stops its own processor; one of them, whichever gets the token, empties the view and sets the token back in
 * one transaction; then all start again. So a crash at any moment leaves a rebuild that has not begun, or one that goes on by
 * itself. What fails is tried again at the next {@link #tick}.
 */
@Component
class Rebuilder {

    private static final Logger log = LoggerFactory.getLogger(Rebuilder.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final LocalProcessors processors;
    private final ProcessorPositions positions;
    private final ProcessorFailures failures;
    private final RebuildTable rebuilds;
    private final TransactionTemplate transaction;
    private final NearFeed near;
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();
    private final Map<String, RebuildTable.Row> seen = new HashMap<>();

    Rebuilder(
            LocalProcessors processors,
            ProcessorPositions positions,
            ProcessorFailures failures,
            RebuildTable rebuilds,
            NearFeed near,
            PlatformTransactionManager transactions) {
        this.processors = processors;
        this.positions = positions;
        this.failures = failures;
        this.rebuilds = rebuilds;
        this.near = near;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does what there is to do. Called again and again by one thread. */
    void tick() {
        for (RebuildTable.Row rebuild : rebuilds.all()) {
            // What is in memory came from rows that may have been wrong; whichever process empties them, all see the
            // step.
            if (!rebuild.equals(seen.put(rebuild.processor(), rebuild))) {
                near.forget(rebuild.processor());
            }
            processors.find(rebuild.processor()).ifPresent(processor -> advance(rebuild, processor));
        }
    }

    private void advance(RebuildTable.Row rebuild, StreamingEventProcessor processor) {
        String name = processor.getName();
        try {
            if (rebuild.state() == RebuildState.REQUESTED) {
                stop(processor);
                empty(processor);
            }
            if (stopped.contains(name)) {
                processor.start();
                stopped.remove(name);
            }
            if (rebuild.state() == RebuildState.RUNNING
                    && positions.all().getOrDefault(name, 0L) >= rebuild.targetPosition()) {
                rebuilds.done(name);
                log.info("The view of {} is rebuilt", name);
            }
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            failures.note(name, e);
            log.warn("The rebuild of {} is tried again: {}", name, e.toString());
        }
    }

    private void stop(StreamingEventProcessor processor) throws Exception {
        stopped.add(processor.getName());
        processor.shutdownAsync().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void empty(StreamingEventProcessor processor) {
        String name = processor.getName();
        transaction.executeWithoutResult(status -> {
            if (rebuilds.lockRequested(name).isPresent()) {
                processor.resetTokens();
                rebuilds.running(name, positions.head());
                log.info("The view of {} is empty and is being rebuilt", name);
            }
        });
        failures.clear(name);
    }
}
