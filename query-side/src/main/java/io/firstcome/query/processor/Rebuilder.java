package io.firstcome.query.processor;

import io.firstcome.axon.processors.ProcessorFailures;
import io.firstcome.axon.processors.ReplayingProcessor;
import io.firstcome.query.caching.LocalCaches;
import io.firstcome.query.processor.ProcessorPositions.Progress;
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
 * one transaction, and fills the view in large parts; then all start again. So a crash at any moment leaves a rebuild that has not
 * begun, or one that goes on by itself, in the processor's usual way. What fails is tried again at the next {@link #tick}.
 */
@Component
class Rebuilder {

    private static final Logger log = LoggerFactory.getLogger(Rebuilder.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private final LocalProcessors processors;
    private final ProcessorPositions positions;
    private final ProcessorFailures failures;
    private final RebuildTable rebuilds;
    private final TransactionTemplate transaction;
    private final LocalCaches caches;
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();
    private final Set<String> replaying = ConcurrentHashMap.newKeySet();
    private final Map<String, RebuildTable.Row> seen = new HashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;

    Rebuilder(
            LocalProcessors processors,
            ProcessorPositions positions,
            ProcessorFailures failures,
            RebuildTable rebuilds,
            LocalCaches caches,
            PlatformTransactionManager transactions) {
        this.processors = processors;
        this.positions = positions;
        this.failures = failures;
        this.rebuilds = rebuilds;
        this.caches = caches;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does what there is to do. Called again and again by one thread. */
    void tick() {
        for (RebuildTable.Row rebuild : rebuilds.all()) {
            // What is in memory came from rows that may have been wrong; whichever process empties them, all see the
            // step.
            if (!rebuild.equals(seen.put(rebuild.processor(), rebuild))) {
                caches.drop(rebuild.processor());
            }
            processors.find(rebuild.processor()).ifPresent(processor -> advance(rebuild, processor));
        }
    }

    private void advance(RebuildTable.Row rebuild, StreamingEventProcessor processor) {
        String name = processor.getName();
        if (replaying.contains(name)) {
            return;
        }
        try {
            if (rebuild.state() == RebuildState.REQUESTED) {
                stop(processor);
                long target = empty(processor);
                if (target > 0 && processor instanceof ReplayingProcessor replayer) {
                    replaying.add(name);
                    threads.add(
                            Thread.ofPlatform().name(name + "-rebuild").daemon().start(() -> replay(replayer, target)));
                    return;
                }
            }
            goOn(processor);
            if (rebuild.state() == RebuildState.RUNNING) {
                finish(name, rebuild.targetPosition());
            }
        } catch (Exception | Error e) {
            tryAgain(name, e);
        }
    }

    private void tryAgain(String name, Throwable fault) {
        if (fault instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        failures.note(name, fault);
        log.warn("The rebuild of {} is tried again: {}", name, fault.toString());
    }

    private void stop(StreamingEventProcessor processor) throws Exception {
        stopped.add(processor.getName());
        processor.shutdownAsync().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void goOn(StreamingEventProcessor processor) {
        if (stopped.contains(processor.getName())) {
            processor.start();
            stopped.remove(processor.getName());
        }
    }

    private void finish(String name, long target) {
        if (positions.all().getOrDefault(name, Progress.NONE).position() >= target) {
            rebuilds.done(name);
            caches.drop(name);
            log.info("The view of {} is rebuilt", name);
        }
    }

    /** @return up to where it is to be filled again; 0 when another process has emptied it */
    private long empty(StreamingEventProcessor processor) {
        String name = processor.getName();
        Long target = transaction.execute(status -> {
            if (rebuilds.lockRequested(name).isEmpty()) {
                return 0L;
            }
            processor.resetTokens();
            long head = positions.head();
            rebuilds.running(name, head);
            log.info("The view of {} is empty and is being rebuilt", name);
            return head;
        });
        failures.clear(name);
        return target == null ? 0 : target;
    }

    /** What it leaves undone, the processor does in its usual way. */
    private void replay(ReplayingProcessor processor, long target) {
        String name = processor.getName();
        try {
            processor.replay(target, () -> !ending);
            if (!ending) {
                goOn(processor);
                finish(name, target);
            }
        } catch (Exception | Error e) {
            tryAgain(name, e);
        } finally {
            replaying.remove(name);
            threads.remove(Thread.currentThread());
        }
    }

    /** The process ends: no part is begun any more, and those under way are waited for. */
    void end() {
        ending = true;
        try {
            for (Thread thread : threads) {
                thread.join(END_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The opposite of {@link #end}. */
    void begin() {
        ending = false;
    }
}
