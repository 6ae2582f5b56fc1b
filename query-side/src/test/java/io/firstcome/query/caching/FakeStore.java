package io.firstcome.query.caching;

import io.firstcome.axon.tail.Entry;
import io.firstcome.axon.tail.EntrySource;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.query.querying.NearView;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;

/** Events of counters in a list, the rows that a slow view has of them, and what is kept in memory over both. */
final class FakeStore implements LocalCache.Source<FakeStore.Total>, LocalCache.History, EntrySource {

    static final String TYPE = "counter";
    static final Duration MAX_AGE = Duration.ofMillis(200);

    /** A counter has been counted as often as its version says, and once more. */
    record Counted(int by) {}

    /** What is stored of a counter. */
    record Total(String id, long sum, long version) implements Versioned {}

    private final List<DomainEventMessage<?>> events = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Total> rows = new HashMap<>();
    final AtomicInteger loads = new AtomicInteger();
    final AtomicLong nanos = new AtomicLong(1);
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final EventTail tail = new EventTail(this);
    final LocalCaches caches;
    final LocalCache<Total, Counted, Total> states;
    volatile boolean broken;
    private long told;
    volatile Runnable afterRow = () -> {};

    FakeStore(int size, @Nullable LongSupplier nanoClock) {
        LocalCacheProperties properties = new LocalCacheProperties(size, Duration.ofMillis(1), MAX_AGE);
        LongSupplier clock = nanoClock == null ? nanos::get : nanoClock;
        caches = new LocalCaches(tail, this, properties, metrics, Clock.systemUTC(), clock);
        states = caches.over(
                this,
                new LocalCache.Kind<>(Counted.class, FakeStore::after, (total, now) -> new NearView<>(total, null)));
    }

    @Override
    public boolean isOnlyOurs(long after) {
        return true;
    }

    static Total after(@Nullable Total before, Counted event, long version) {
        if (event.by() < 0) {
            throw new IllegalStateException("It cannot follow");
        }
        String id = before == null ? "new" : before.id();
        return new Total(id, (before == null ? 0 : before.sum()) + event.by(), version);
    }

    synchronized void store(String id, int by) {
        long version = versions.merge(id, 0L, (old, first) -> old + 1);
        events.add(new GenericDomainEventMessage<>(TYPE, TYPE + ":" + id, version, new Counted(by)));
    }

    /** What the view has of a counter now. */
    synchronized void row(String id, long sum, long version) {
        rows.put(id, new Total(id, sum, version));
    }

    @Override
    public String view() {
        return "counter-view";
    }

    @Override
    public String aggregateType() {
        return TYPE;
    }

    @Override
    public Optional<Total> find(String id, @Nullable Long minVersion) {
        return findShared(id);
    }

    @Override
    public Optional<Total> findShared(String id) {
        loads.incrementAndGet();
        Optional<Total> found;
        synchronized (this) {
            found = Optional.ofNullable(rows.get(id));
        }
        return found;
    }

    synchronized void forgetNewest() {
        events.removeLast();
    }

    /** What the tail does when it looks. */
    void look() {
        if (broken) {
            caches.lost();
            return;
        }
        List<Entry> entries = entriesAfter(told);
        entries.forEach(caches::next);
        told += entries.size();
        caches.complete(nanos.get());
    }

    void age(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    /** The sum that a reader gets from memory, or null when that is not sure. */
    @Nullable
    Long sum(String id) {
        LocalCache.Look<Total> look = states.look(id);
        Total total = look.state();
        return look.isSure() && total != null ? total.sum() : null;
    }

    private void requireUp() {
        if (broken) {
            throw new IllegalStateException("The store is away");
        }
    }

    @Override
    public synchronized long head() {
        requireUp();
        return events.size();
    }

    @Override
    public synchronized List<Entry> entriesAfter(long position) {
        requireUp();
        return LongStream.range(position, events.size())
                .mapToObj(i -> entry(i + 1, events.get((int) i)))
                .toList();
    }

    private static Entry entry(long position, DomainEventMessage<?> event) {
        return new Entry(
                position,
                List.of(new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), event)));
    }

    @Override
    public List<? extends DomainEventMessage<?>> ofAggregate(String aggregateId, long from, int limit) {
        requireUp();
        List<DomainEventMessage<?>> found;
        synchronized (this) {
            found = events.stream()
                    .filter(event -> event.getAggregateIdentifier().equals(aggregateId))
                    .filter(event -> event.getSequenceNumber() >= from)
                    .limit(limit)
                    .toList();
        }
        Runnable then = afterRow;
        afterRow = () -> {};
        then.run();
        return found;
    }
}
