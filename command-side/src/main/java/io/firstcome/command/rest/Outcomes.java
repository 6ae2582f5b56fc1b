package io.firstcome.command.rest;

import io.firstcome.axon.groupcommit.CommandMetaData;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who wait for it what processes have led to.
 *
 * <p>A command's answer says that it is decided; what follows from it by way of processes is known only from events. They are told
 * when they are committed, never before.
 */
public final class Outcomes {

    private final EventStore events;
    private final Map<String, List<Watch>> watched = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final Counter shed;
    /** One look for all who wait equally long. */
    private final Map<Duration, Patience> patience = new ConcurrentHashMap<>();

    /** @param most how many requests wait at a time at most; what became of the others is not waited for */
    public Outcomes(EventStore events, int most, MeterRegistry metrics) {
        this.events = events;
        this.places = new Semaphore(most);
        this.shed = Counter.builder("firstcome.outcome.waits.shed")
                .description("Requests that were answered before their outcome, because too many waited for one")
                .register(metrics);
        Gauge.builder("firstcome.outcome.waits", places, free -> most - free.availablePermits())
                .description("Requests that wait for what became of a command")
                .register(metrics);
        events.subscribe(published -> {
            // Who waits is looked up after the commit: one who begins to wait before it is told, one after it reads it.
            List<? extends EventMessage<?>> batch = List.copyOf(published);
            CurrentUnitOfWork.get().afterCommit(committed -> wake(tell(batch)));
        });
    }

    /**
     * Begins to watch these aggregates; to be closed. What happens to them from now on is not missed.
     *
     * @param aggregateIds as the event store knows them
     */
    public Watch watch(List<String> aggregateIds) {
        Watch watch = new Watch(this, aggregateIds);
        aggregateIds.forEach(id -> watched.compute(id, (key, others) -> with(others, watch)));
        return watch;
    }

    void forget(Watch watch) {
        watch.aggregateIds().forEach(id -> watched.computeIfPresent(id, (key, others) -> without(others, watch)));
    }

    /** All that has happened to these aggregates by now. */
    List<Happened> stored(List<String> aggregateIds) {
        List<Happened> stored = new ArrayList<>();
        aggregateIds.forEach(id -> events.readEvents(id, 0).forEachRemaining(event -> stored.add(happened(event))));
        return stored;
    }

    /** Takes a place to wait in, to be left; false when there is none. */
    boolean enter() {
        boolean free = places.tryAcquire();
        if (!free) {
            shed.increment();
        }
        return free;
    }

    void leave() {
        places.release();
    }

    /** How long one waits, for those who wait so long. */
    Patience patience(Duration longest) {
        return patience.computeIfAbsent(longest, Patience::new);
    }

    /** Tells the events in their order; returns what wakes those who know enough now. */
    private List<Runnable> tell(List<? extends EventMessage<?>> batch) {
        List<Runnable> decided = new ArrayList<>();
        for (EventMessage<?> event : batch) {
            if (event instanceof DomainEventMessage<?> ofAggregate) {
                for (Watch watch : watched.getOrDefault(ofAggregate.getAggregateIdentifier(), List.of())) {
                    Runnable wake = watch.tell(happened(ofAggregate));
                    if (wake != null) {
                        decided.add(wake);
                    }
                }
            }
        }
        return decided;
    }

    /** Many are woken by a virtual thread, at a small part of what it costs the thread that commits. */
    private static void wake(List<Runnable> decided) {
        if (decided.size() > 1) {
            Thread.startVirtualThread(() -> decided.forEach(Runnable::run));
        } else {
            decided.forEach(Runnable::run);
        }
    }

    private static Happened happened(DomainEventMessage<?> event) {
        return new Happened(event.getPayload(), event.getSequenceNumber(), (String)
                event.getMetaData().get(CommandMetaData.TRACE_ID));
    }

    private static List<Watch> with(@Nullable List<Watch> others, Watch watch) {
        List<Watch> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(watch);
        return List.copyOf(all);
    }

    /** Null, which removes the entry, when nobody is left. */
    private static @Nullable List<Watch> without(List<Watch> others, Watch watch) {
        List<Watch> left = others.stream().filter(other -> other != watch).toList();
        return left.isEmpty() ? null : left;
    }
}
