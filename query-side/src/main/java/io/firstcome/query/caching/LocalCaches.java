package io.firstcome.query.caching;

import io.firstcome.axon.eventstore.StoredEvents;
import io.firstcome.axon.tail.Entry;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.axon.tail.TailListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The caches in the memory of this process: hands them the events of the tail, and knows up to when they have all.
 *
 * <p>While somebody reads, the tail tells often up to when; while nobody does, at its own pace, for each look costs the store a query.
 */
@Component
public class LocalCaches implements SmartLifecycle, TailListener {

    private static final Logger log = LoggerFactory.getLogger(LocalCaches.class);

    /** So long after the last reader it goes on as if there were one. */
    private static final Duration AWAKE = Duration.ofSeconds(1);

    private static final Duration ASLEEP = Duration.ofSeconds(1);

    private final EventTail tail;
    private final LocalCache.History history;
    private final LocalCacheProperties properties;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final LongSupplier nanoClock;
    private final List<LocalCache<?, ?, ?>> all = new CopyOnWriteArrayList<>();

    private volatile boolean running;
    private volatile boolean wanted;
    private volatile boolean asleep;
    private long usedAt;
    /** Everything that was stored before this instant is in memory; 0 when nothing is known. */
    private volatile long complete;

    @Autowired
    LocalCaches(
            EventTail tail, StoredEvents stored, LocalCacheProperties properties, MeterRegistry metrics, Clock clock) {
        this(tail, stored::ofAggregate, properties, metrics, clock, System::nanoTime);
    }

    LocalCaches(
            EventTail tail,
            LocalCache.History history,
            LocalCacheProperties properties,
            MeterRegistry metrics,
            Clock clock,
            LongSupplier nanoClock) {
        this.tail = tail;
        this.history = history;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
        this.nanoClock = nanoClock;
    }

    /** A cache of the states of one view, over Redis and MySQL. */
    public <S extends Versioned, E, V> LocalCache<S, E, V> over(
            LocalCache.Source<S> behind, LocalCache.Kind<S, E, V> kind) {
        LocalCacheMetrics counts = new LocalCacheMetrics(metrics, behind.view());
        LocalCache<S, E, V> cache = new LocalCache<>(this, behind, kind, history, counts, properties.size(), clock);
        all.add(cache);
        return cache;
    }

    /** Whether the caches contain every event that was stored {@code max-age} ago. A reader asks; that keeps them awake. */
    boolean areFresh() {
        if (!wanted) {
            wanted = true;
        }
        long last = complete;
        boolean fresh =
                last != 0 && nanoClock.getAsLong() - last <= properties.maxAge().toNanos();
        if (!fresh && asleep) {
            asleep = false;
            tail.lookSoon();
        }
        return fresh;
    }

    /** A reader has found that the store does not answer: nothing is fresh until the tail has read it again. */
    void doubt() {
        complete = 0;
    }

    /** Drops everything of this view. */
    public void drop(String view) {
        all.stream().filter(cache -> cache.view().equals(view)).forEach(LocalCache::clear);
    }

    @Override
    public void next(Entry entry) {
        try {
            for (TrackedEventMessage<?> message : entry.messages()) {
                if (message instanceof DomainEventMessage<?> event) {
                    all.forEach(cache -> cache.follow(event));
                }
            }
        } catch (RuntimeException | Error e) {
            log.warn("The event at position {} cannot be followed, all is loaded anew", entry.position(), e);
            lost();
        }
    }

    @Override
    public void complete(long instant) {
        long last = complete;
        if (last == 0 || instant - last > 0) {
            complete = instant == 0 ? 1 : instant;
        }
    }

    /** A store that comes back may have lost what it showed before its end: all is then loaded anew. */
    @Override
    public void lost() {
        complete = 0;
        all.forEach(LocalCache::clear);
    }

    @Override
    public Duration completeWithin() {
        long now = nanoClock.getAsLong();
        if (wanted) {
            wanted = false;
            usedAt = now;
        }
        boolean awake = now - usedAt < AWAKE.toNanos();
        asleep = !awake;
        return awake ? properties.poll() : ASLEEP;
    }

    @Override
    public synchronized void start() {
        if (!running && !all.isEmpty() && properties.size() > 0) {
            running = true;
            // What came while it stood still is not known.
            lost();
            usedAt = nanoClock.getAsLong();
            tail.tell(this);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        tail.leave(this);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
