package io.firstcome.axon.tail;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/** A store in memory: what is in it is committed, and so is what its tail was told. */
final class MemoryEvents implements EntrySource {

    private final ConcurrentSkipListMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
    final AtomicInteger reads = new AtomicInteger();
    final EventTail tail = new EventTail(this);
    volatile boolean broken;
    /** Whether what is found in the store counts as this process's own. */
    volatile boolean alone = true;

    private volatile boolean tookBack;

    void add(Entry entry) {
        entries.put(entry.position(), entry);
    }

    /** A power failure: what is behind this position was never durable. */
    void takeBack(long position) {
        entries.tailMap(position, false).clear();
        tookBack = true;
    }

    private void requireUp() {
        if (broken) {
            throw new IllegalStateException("The store is away");
        }
    }

    @Override
    public List<Entry> entriesAfter(long position) {
        requireUp();
        reads.incrementAndGet();
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries.tailMap(position, false).values()) {
            if (entry.position() != position + found.size() + 1 || found.size() == 100) {
                break;
            }
            found.add(entry);
        }
        return found;
    }

    @Override
    public long head() {
        requireUp();
        long stored = entries.isEmpty() ? 0 : entries.lastKey();
        return tookBack ? stored : Math.max(stored, tail.reach());
    }

    @Override
    public boolean isOnlyOurs(long after) {
        return alone;
    }

    static TrackedEventMessage<?> message(long position, Object payload) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage(payload));
    }

    static Entry entry(long position) {
        return new Entry(position, List.of(message(position, position)));
    }

    static List<Entry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(MemoryEvents::entry).toList();
    }

    static Commit commit(long first, long last) {
        return new Commit(first, last, () -> entries(first, last));
    }

    static List<Long> take(TrackingEventStream stream, int count) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        while (positions.size() < count && stream.hasNextAvailable(2, SECONDS)) {
            positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
        return positions;
    }

    static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
