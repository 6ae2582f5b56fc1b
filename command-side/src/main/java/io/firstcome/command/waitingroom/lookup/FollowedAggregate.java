package io.firstcome.command.waitingroom.lookup;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * What the events of one aggregate have led to, kept in memory.
 *
 * <p>It is read from the store once, and then told each event by the tail; what it was not told, which the numbers of the events show, it
 * reads. The tail never waits: it leaves the event, and who reads the state applies it first. When the store may have lost events, the
 * state is read anew from the first one; until the store answers, it is shown as it was.
 *
 * @param <S> the state, which is changed under the lock only
 */
final class FollowedAggregate<S> {

    /** After a failed read nobody else waits for the store for so long. */
    private static final Duration UNTIL_NEXT_READ = Duration.ofMillis(500);

    /** What this node has stored the tail tells a moment later: the store is not read for it. */
    private static final Duration UNTIL_TOLD = Duration.ofMillis(50);

    private final EventStore events;
    private final String aggregateId;
    private final Supplier<S> fresh;
    private final BiConsumer<S, Object> fold;
    private final Queue<DomainEventMessage<?>> told = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    /** Who waits for an event of that number to be told. */
    private final ConcurrentSkipListMap<Long, CountDownLatch> awaited = new ConcurrentSkipListMap<>();

    private volatile S state;
    private volatile boolean complete;
    private volatile boolean suspect;
    private long version = -1;
    private volatile @Nullable Long failedAt;
    private @Nullable Long readAt;
    private volatile long latestTold = -1;

    /**
     * @param fresh the state of an aggregate without events
     * @param fold applies an event to it
     */
    FollowedAggregate(EventStore events, String aggregateId, Supplier<S> fresh, BiConsumer<S, Object> fold) {
        this.events = events;
        this.aggregateId = aggregateId;
        this.fresh = fresh;
        this.fold = fold;
        this.state = fresh.get();
    }

    /** By the tail. */
    void tell(DomainEventMessage<?> event) {
        told.add(event);
        latestTold = event.getSequenceNumber();
        for (var first = awaited.firstEntry();
                first != null && first.getKey() <= latestTold;
                first = awaited.firstEntry()) {
            awaited.remove(first.getKey());
            first.getValue().countDown();
        }
    }

    /** By the tail: what was told may not be so. */
    void lost() {
        suspect = true;
    }

    /** The state, for what of it may be read without the lock, when all that was told is in it; else null. */
    @Nullable
    S current() {
        return complete && !suspect && told.isEmpty() ? state : null;
    }

    /** Reads the state as it is after all that is known. */
    <R> R read(Function<S, R> reader) {
        lock.lock();
        try {
            catchUp();
            return reader.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads the state as it is after all that is known, and at least that far.
     *
     * @param atLeast the number of an event that is stored
     * @throws RuntimeException when the store has to be asked, and does not answer, or did not a moment ago
     */
    <R> R read(long atLeast, Function<S, R> reader) {
        if (version() < atLeast && !isToldSoon(atLeast)) {
            readFurther();
        }
        return read(reader);
    }

    /**
     * Reads the state as it is after all that was stored before the call, also by another node a moment ago.
     *
     * @throws RuntimeException when the store does not answer, or did not a moment ago
     */
    <R> R readStored(Function<S, R> reader) {
        readFurther();
        return read(reader);
    }

    /** The number of the latest event that is in the state. */
    long version() {
        return read(current -> version);
    }

    private void catchUp() {
        if (suspect) {
            readAnew();
        }
        if (!complete) {
            readOn();
        }
        for (DomainEventMessage<?> event = told.poll(); event != null; event = told.poll()) {
            if (event.getSequenceNumber() > version + 1) {
                readOn();
            }
            apply(event);
        }
    }

    private boolean isToldSoon(long number) {
        CountDownLatch arrival = awaited.computeIfAbsent(number, missing -> new CountDownLatch(1));
        try {
            return latestTold >= number || arrival.await(UNTIL_TOLD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            awaited.remove(number, arrival);
        }
    }

    /**
     * Without the lock, so that only who asks for more waits for the store, and fails with it. One read is enough for all who have come
     * before it began.
     */
    private void readFurther() {
        long cameAt = System.nanoTime();
        reading.lock();
        try {
            if (readAt != null && readAt - cameAt >= 0) {
                return;
            }
            long from = version() + 1;
            requireNoFailureBefore();
            long began = System.nanoTime();
            List<? extends DomainEventMessage<?>> further = stored(from);
            readAt = began;
            addAll(further);
        } finally {
            reading.unlock();
        }
    }

    private void addAll(List<? extends DomainEventMessage<?>> further) {
        lock.lock();
        try {
            further.forEach(this::apply);
        } finally {
            lock.unlock();
        }
    }

    private void readAnew() {
        S before = state;
        long versionBefore = version;
        boolean wasComplete = complete;
        suspect = false;
        state = fresh.get();
        version = -1;
        try {
            readOn();
        } catch (RuntimeException e) {
            suspect = true;
            if (!wasComplete) {
                throw e;
            }
            state = before;
            version = versionBefore;
            complete = true;
        }
    }

    private void readOn() {
        // Until it is read there is a hole, also when the store does not answer.
        complete = false;
        requireNoFailureBefore();
        try {
            events.readEvents(aggregateId, version + 1).forEachRemaining(this::apply);
        } catch (RuntimeException e) {
            failedAt = System.nanoTime();
            throw e;
        }
        failedAt = null;
        complete = true;
    }

    private List<? extends DomainEventMessage<?>> stored(long from) {
        try {
            return events.readEvents(aggregateId, from).asStream().toList();
        } catch (RuntimeException e) {
            failedAt = System.nanoTime();
            throw e;
        }
    }

    /** Those who have waited for the lock behind one whose read timed out would time out one after the other. */
    private void requireNoFailureBefore() {
        Long failed = failedAt;
        if (failed != null && System.nanoTime() - failed < UNTIL_NEXT_READ.toNanos()) {
            throw new TransientDataAccessResourceException(aggregateId + " could not be read a moment ago");
        }
    }

    /** One that is in the state already changes nothing. */
    private void apply(DomainEventMessage<?> event) {
        if (event.getSequenceNumber() == version + 1) {
            fold.accept(state, event.getPayload());
            version++;
        }
    }
}
