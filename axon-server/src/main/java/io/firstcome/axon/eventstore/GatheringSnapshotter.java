package io.firstcome.axon.eventstore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's snapshotter, which also makes the snapshots of many aggregates together: what was worth one when it was loaded is gathered
 * for a moment, read by two statements, and written by one transaction.
 *
 * <p>Nobody waits for a snapshot. One that is not made is asked for again at the next load.
 */
public final class GatheringSnapshotter extends AggregateSnapshotter {

    private static final Logger log = LoggerFactory.getLogger(GatheringSnapshotter.class);
    private static final Duration GATHERING = Duration.ofMillis(200);
    private static final int AT_A_TIME = 128;
    private static final int WAITING_AT_MOST = 20_000;

    private final MySqlEventStorageEngine engine;
    private final TransactionManager transactions;
    private final Executor later;
    private final Map<String, Class<?>> wanted = new ConcurrentHashMap<>();
    private final AtomicBoolean planned = new AtomicBoolean();

    /**
     * Makes one by Axon's settings.
     *
     * @param transactions the same as in {@code settings}
     * @param executor the same as in {@code settings}; it should have one thread
     */
    public GatheringSnapshotter(
            Builder settings, MySqlEventStorageEngine engine, TransactionManager transactions, Executor executor) {
        super(settings);
        this.engine = engine;
        this.transactions = transactions;
        this.later = CompletableFuture.delayedExecutor(GATHERING.toMillis(), TimeUnit.MILLISECONDS, executor);
    }

    /** Makes a snapshot soon, together with others. Returns at once; when too many are waiting nothing is done. */
    public void gather(Class<?> aggregateType, String aggregateId) {
        if (wanted.size() < WAITING_AT_MOST) {
            wanted.putIfAbsent(aggregateId, aggregateType);
            plan();
        }
    }

    private void plan() {
        if (planned.compareAndSet(false, true)) {
            later.execute(this::makeAll);
        }
    }

    private void makeAll() {
        try {
            List<Map.Entry<String, Class<?>>> all = List.copyOf(wanted.entrySet());
            for (int from = 0; from < all.size(); from += AT_A_TIME) {
                makeSome(all.subList(from, Math.min(all.size(), from + AT_A_TIME)));
            }
        } finally {
            planned.set(false);
        }
        if (!wanted.isEmpty()) {
            plan();
        }
    }

    private void makeSome(List<Map.Entry<String, Class<?>>> some) {
        try {
            make(some);
        } catch (RuntimeException | Error e) {
            log.warn("{} snapshots were not made: {}", some.size(), e.toString());
        } finally {
            some.forEach(one -> wanted.remove(one.getKey()));
        }
    }

    private void make(List<Map.Entry<String, Class<?>>> some) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.attachTransaction(transactions);
        ResultMessage<?> result = unitOfWork.executeWithResult(() -> {
            engine.readAhead(some.stream().map(Map.Entry::getKey).toList());
            List<DomainEventMessage<?>> made = new ArrayList<>(some.size());
            some.forEach(one -> add(one.getValue(), one.getKey(), made));
            engine.storeSnapshots(made);
            return made.size();
        });
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }

    private void add(Class<?> aggregateType, String aggregateId, List<DomainEventMessage<?>> made) {
        DomainEventStream stream = getEventStore().readEvents(aggregateId);
        if (stream.hasNext()) {
            long first = stream.peek().getSequenceNumber();
            DomainEventMessage<?> snapshot = createSnapshot(aggregateType, aggregateId, stream);
            if (snapshot != null && snapshot.getSequenceNumber() > first) {
                made.add(snapshot);
            }
        }
    }
}
