package io.firstcome.command.rest;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.tail.Entry;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.axon.tail.TailListener;
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
import org.jspecify.annotations.Nullable;

/**
 * Tells those who wait for it what processes have led to.
 *
 * <p>A command's answer says that it is decided; what follows from it by way of processes is known only from events. The tail of the
 * event store tells them once they are committed, whichever node did it.
 */
public final class OutcomeListener implements TailListener {

    /** It does not ask how far all is told: one who waits for too long reads the store. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final EventStore events;
    private final Map<String, List<OutcomeSubscription>> subscriptions = new ConcurrentHashMap<>();
    private final Map<Duration, AnswerTimeout> timeouts = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final Counter shed;

    /**
     * @param events where what is past is read
     * @param tail tells what is new
     * @param most how many requests wait at a time at most; what became of the others is not waited for
     */
    public OutcomeListener(EventStore events, EventTail tail, int most, MeterRegistry metrics) {
        this.events = events;
        this.places = new Semaphore(most);
        this.shed = Counter.builder("firstcome.outcome.waits.shed")
                .description("Requests that were answered before their outcome, because too many waited for one")
                .register(metrics);
        Gauge.builder("firstcome.outcome.waits", places, free -> most - free.availablePermits())
                .description("Requests that wait for what became of a command")
                .register(metrics);
        tail.tell(this);
    }

    /**
     * Subscribes to the events of these aggregates; to be closed. None that is committed from now on is missed.
     *
     * @param aggregateIds as the event store knows them
     */
    public OutcomeSubscription subscribe(List<String> aggregateIds) {
        OutcomeSubscription subscription = new OutcomeSubscription(this, aggregateIds);
        aggregateIds.forEach(id -> subscriptions.compute(id, (key, others) -> with(others, subscription)));
        return subscription;
    }

    void cancel(OutcomeSubscription subscription) {
        subscription
                .aggregateIds()
                .forEach(id -> subscriptions.computeIfPresent(id, (key, others) -> without(others, subscription)));
    }

    /** All that has happened to these aggregates by now. */
    List<CommittedEvent> stored(List<String> aggregateIds) {
        List<CommittedEvent> stored = new ArrayList<>();
        aggregateIds.forEach(id -> events.readEvents(id, 0).forEachRemaining(event -> stored.add(committed(event))));
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

    /** That of all who wait for so long; there are as many as there are settings of that kind. */
    AnswerTimeout timeout(Duration patience) {
        return timeouts.computeIfAbsent(patience, AnswerTimeout::new);
    }

    @Override
    public void next(Entry entry) {
        for (EventMessage<?> event : entry.messages()) {
            if (event instanceof DomainEventMessage<?> ofAggregate) {
                List<OutcomeSubscription> told = subscriptions.get(ofAggregate.getAggregateIdentifier());
                if (told != null) {
                    CommittedEvent committed = committed(ofAggregate);
                    told.forEach(subscription -> subscription.tell(committed));
                }
            }
        }
    }

    @Override
    public void complete(long instant) {
        // Nobody here has to know that there is nothing.
    }

    /** Who waits meanwhile is told late, or reads the store in the end. */
    @Override
    public void lost() {
        // What comes next has no hole.
    }

    @Override
    public Duration completeWithin() {
        return SELDOM;
    }

    private static CommittedEvent committed(DomainEventMessage<?> event) {
        return new CommittedEvent(event.getPayload(), event.getSequenceNumber(), (String)
                event.getMetaData().get(CommandMetaData.TRACE_ID));
    }

    private static List<OutcomeSubscription> with(@Nullable List<OutcomeSubscription> others, OutcomeSubscription one) {
        List<OutcomeSubscription> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(one);
        return List.copyOf(all);
    }

    /** Null, which removes the entry, when nobody is left. */
    private static @Nullable List<OutcomeSubscription> without(
            List<OutcomeSubscription> others, OutcomeSubscription one) {
        List<OutcomeSubscription> left =
                others.stream().filter(other -> other != one).toList();
        return left.isEmpty() ? null : left;
    }
}
