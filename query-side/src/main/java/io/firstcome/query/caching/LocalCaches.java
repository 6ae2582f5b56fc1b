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

/** The caches in the memory of this process: hands them the events of the tail, and knows up to when they have all. */
@Component
public class LocalCaches implements SmartLifecycle, TailListener {

    private static final Logger log = LoggerFactory.getLogger(LocalCaches.class);

    private final EventTail tail;
    private final LocalCache.History history;
    private final LocalCacheProperties properties;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final LongSupplier nanoClock;
    private final List<LocalCache<?, ?, ?>> all = new CopyOnWriteArrayList<>();

    private volatile boolean running;
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

    /** Whether the caches contain every event that was stored {@code max-age} ago. */
    boolean areFresh() {
        long last = complete;
        return last != 0 && nanoClock.getAsLong() - last <= properties.maxAge().toNanos();
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
        return properties.poll();
    }

    @Override
    public synchronized void start() {
        if (!running && !all.isEmpty() && properties.size() > 0) {
            running = true;
            // What came while it stood still is not known.
            lost();
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
