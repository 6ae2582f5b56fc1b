package io.firstcome.query.near;

import io.firstcome.axon.tail.Entry;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.axon.tail.TailListener;
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
 * Brings the newest events to what is in memory, and knows up to when it has everything.
 *
 * <p>It begins with nothing in memory. While somebody reads, the tail tells often how far back it is complete; while nobody does, at
 * its own pace.
 */
@Component
public class NearFeed implements SmartLifecycle, TailListener {

    private static final Logger log = LoggerFactory.getLogger(NearFeed.class);
    /** So long after the last reader it goes on as if there were one. */
    private static final Duration AWAKE = Duration.ofSeconds(1);

    private static final Duration ASLEEP = Duration.ofSeconds(1);

    private final EventTail tail;
    private final Clock clock;
    private final LongSupplier nanoClock;
    private final Duration poll;
    private final long maxAgeNanos;
    private final List<NearStates<?, ?, ?>> followers = new CopyOnWriteArrayList<>();

    private volatile boolean running;
    private volatile boolean asleep;
    private volatile boolean wanted;
    /** Everything that was stored before this instant is in memory; 0 when nothing is known. */
    private volatile long complete;

    private long usedAt;

    @Autowired
    NearFeed(EventTail tail, NearProperties properties, Clock clock) {
        this(tail, properties, clock, System::nanoTime);
    }

    NearFeed(EventTail tail, NearProperties properties, Clock clock, LongSupplier nanoClock) {
        this.tail = tail;
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.poll = properties.poll();
        this.maxAgeNanos = properties.maxAge().toNanos();
        this.usedAt = nanoClock.getAsLong();
    }

    void register(NearStates<?, ?, ?> states) {
        followers.add(states);
    }

    Clock clock() {
        return clock;
    }

    /** Whether what is in memory contains every event that was stored {@code max-age} ago. A reader asks; that keeps it awake. */
    boolean isFresh() {
        if (!wanted) {
            wanted = true;
        }
        long last = complete;
        if (last != 0 && nanoClock.getAsLong() - last <= maxAgeNanos) {
            return true;
        }
        if (asleep) {
            asleep = false;
            tail.lookSoon();
        }
        return false;
    }

    /** Somebody else has found that the store does not answer. */
    void doubt() {
        complete = 0;
    }

    @Override
    public void next(Entry entry) {
        try {
            for (TrackedEventMessage<?> message : entry.messages()) {
                if (message instanceof DomainEventMessage<?> event) {
                    followers.forEach(states -> states.follow(event));
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
        followers.forEach(NearStates::clear);
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
        return awake ? poll : ASLEEP;
    }

    @Override
    public synchronized void start() {
        if (!running && !followers.isEmpty()) {
            running = true;
            // What came while it stood still is not known.
            lost();
            asleep = true;
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

    /** Drops everything of the views that this processor keeps. */
    public void forget(String processor) {
        followers.stream().filter(states -> states.isOf(processor)).forEach(NearStates::clear);
    }
}
