package io.firstcome.query.near;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the event store for what is in memory, and knows when it last had everything.
 *
 * <p>Its position is its own and is not kept: it begins at the end of the events, with nothing in memory. It looks often while somebody
 * reads, and once a second while nobody does.
 */
@Component
public class NearFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NearFeed.class);
    private static final int PART = 1_000;
    /** Reading so many events takes longer than loading anew what is asked for. */
    private static final long FAR_BEHIND = 50_000;

    private static final Duration IDLE_PAUSE = Duration.ofSeconds(1);
    private static final Duration FAULT_PAUSE = Duration.ofMillis(100);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);

    private final NearSource source;
    private final Clock clock;
    private final LongSupplier nanoClock;
    private final long pollNanos;
    private final long maxAgeNanos;
    private final List<NearStates<?, ?, ?>> followers = new CopyOnWriteArrayList<>();

    private volatile @Nullable Thread thread;
    private volatile boolean idle;
    private volatile boolean wanted;
    /** When the last look began that found everything; 0 before the first, and after one that failed. */
    private volatile long complete;

    private long position;
    private boolean begun;

    @Autowired
    NearFeed(NearSource source, NearProperties properties, Clock clock) {
        this(source, properties, clock, System::nanoTime);
    }

    NearFeed(NearSource source, NearProperties properties, Clock clock, LongSupplier nanoClock) {
        this.source = source;
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.pollNanos = properties.poll().toNanos();
        this.maxAgeNanos = properties.maxAge().toNanos();
    }

    void register(NearStates<?, ?, ?> states) {
        followers.add(states);
    }

    NearSource source() {
        return source;
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
        Thread sleeper = thread;
        if (idle && sleeper != null) {
            LockSupport.unpark(sleeper);
        }
        return false;
    }

    /** Somebody else has found that the store does not answer. */
    void doubt() {
        complete = 0;
    }

    /** Reads what is new. */
    void look() {
        long beginning = nanoClock.getAsLong();
        try {
            readOn();
            begun = true;
            complete = beginning == 0 ? 1 : beginning;
        } catch (RuntimeException e) {
            // A store that comes back may have lost what it showed before its end: all is then loaded anew.
            begun = false;
            complete = 0;
            throw e;
        }
    }

    private void readOn() {
        long head = source.head();
        if (!begun || head < position || head - position > FAR_BEHIND) {
            followers.forEach(NearStates::clear);
            position = head;
        }
        List<String> types = followers.stream().map(NearStates::type).toList();
        while (position < head) {
            NearSource.Part part = source.between(position, head, types, PART);
            for (DomainEventMessage<?> event : part.events()) {
                for (NearStates<?, ?, ?> states : followers) {
                    states.follow(event);
                }
            }
            position = part.reached();
        }
    }

    private void work() {
        while (Thread.currentThread().equals(thread)) {
            Duration pause = IDLE_PAUSE;
            try {
                look();
            } catch (RuntimeException e) {
                log.debug("The event store cannot be read, reads are answered from elsewhere", e);
                pause = FAULT_PAUSE;
            }
            rest(pause);
        }
    }

    private void rest(Duration pause) {
        boolean used = wanted;
        wanted = false;
        if (used && begun) {
            LockSupport.parkNanos(pollNanos);
        } else {
            idle = begun;
            if (!wanted) {
                LockSupport.parkNanos(pause.toNanos());
            }
            idle = false;
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null && !followers.isEmpty()) {
            thread = Thread.ofPlatform().name("near-feed").daemon().unstarted(this::work);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread ending = thread;
        thread = null;
        if (ending != null) {
            LockSupport.unpark(ending);
            try {
                if (!ending.join(STOP_LIMIT)) {
                    log.warn("The feed of what is in memory did not end in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Drops everything of the views that this processor keeps. */
    public void forget(String processor) {
        for (NearStates<?, ?, ?> states : new ArrayList<>(followers)) {
            if (states.isOf(processor)) {
                states.clear();
            }
        }
    }
}
