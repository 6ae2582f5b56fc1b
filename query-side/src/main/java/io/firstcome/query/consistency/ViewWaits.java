package io.firstcome.query.consistency;

import io.firstcome.axon.eventstore.AggregateVersion;
import io.firstcome.axon.eventstore.StoredEvents;
import io.firstcome.axon.processors.ViewProgress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets requests wait until a view contains an event. Whoever waits holds no connection and asks nobody: one thread looks for all how
 * far the views are, and it runs only while somebody waits.
 *
 * <p>Only so many wait. When all places are taken, the place of one who waits for an event that is not stored goes to the next who
 * comes: a version that a client knows from a command's answer is stored, so one who asks for any other cannot keep it from waiting.
 */
@Component
class ViewWaits {

    private static final Logger log = LoggerFactory.getLogger(ViewWaits.class);
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    /** How often is looked again for an event that was not stored. */
    private static final long SEEK_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

    private static final long UNKNOWN = -1;

    private final ViewProgress progress;
    private final Function<Collection<AggregateVersion>, Map<AggregateVersion, Long>> positions;
    private final Semaphore places;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Counter shed;

    /** How a wait ended. */
    enum End {
        /** The view contains what was waited for, unless it has dead-lettered it. */
        REACHED,
        TIMEOUT,
        /** Too many wait. */
        NO_PLACE
    }

    private static final class Waiter {

        private final String processor;
        private final @Nullable AggregateVersion version;
        private final CompletableFuture<End> end = new CompletableFuture<>();
        // Of the thread that looks; that an event is not stored is read by others.
        private long target = UNKNOWN;
        private long soughtAt;
        private volatile boolean missing;

        /** @param version null: all that is stored when it is looked at for the first time */
        private Waiter(String processor, @Nullable AggregateVersion version) {
            this.processor = processor;
            this.version = version;
        }

        private boolean isToBeSought(long now) {
            return version != null && target == UNKNOWN && (!missing || now - soughtAt >= SEEK_AGAIN_NANOS);
        }
    }

    @Autowired
    ViewWaits(ViewProgress progress, StoredEvents stored, ViewWaitProperties properties, MeterRegistry metrics) {
        this(progress, stored::positions, properties.waiters(), metrics);
    }

    /** @param positions those of these events that are stored */
    ViewWaits(
            ViewProgress progress,
            Function<Collection<AggregateVersion>, Map<AggregateVersion, Long>> positions,
            int most,
            MeterRegistry metrics) {
        this.progress = progress;
        this.positions = positions;
        this.places = new Semaphore(most);
        this.shed = Counter.builder("firstcome.view.waits.shed")
                .description("Requests that were told at once that a view is behind, because too many waited for one")
                .register(metrics);
        Gauge.builder("firstcome.view.waits", waiters, Set::size)
                .description("Requests that wait for a view")
                .register(metrics);
    }

    /** Waits until the view of {@code processor} contains everything that is stored now. */
    End untilCaughtUp(String processor, Duration longest) {
        return await(new Waiter(processor, null), longest);
    }

    /** Waits until the view of {@code processor} contains this event, be it stored or still to come. */
    End untilContains(String processor, AggregateVersion version, Duration longest) {
        return await(new Waiter(processor, version), longest);
    }

    private End await(Waiter waiter, Duration longest) {
        if (!takePlace()) {
            shed.increment();
            return End.NO_PLACE;
        }
        waiters.add(waiter);
        look();
        End end = waiter.end
                .completeOnTimeout(End.TIMEOUT, longest.toNanos(), TimeUnit.NANOSECONDS)
                .join();
        waiters.remove(waiter);
        if (end == End.NO_PLACE) {
            shed.increment();
        } else {
            places.release();
        }
        return end;
    }

    /** A free place, or that of one who waits for what is not stored. */
    private boolean takePlace() {
        return places.tryAcquire()
                || waiters.stream().anyMatch(waiter -> waiter.missing && waiter.end.complete(End.NO_PLACE));
    }

    private void look() {
        if (!looking.get() && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("view-waits").start(this::lookWhileSomebodyWaits);
        }
    }

    private void lookWhileSomebodyWaits() {
        do {
            while (!waiters.isEmpty()) {
                try {
                    lookOnce();
                } catch (RuntimeException | Error e) {
                    // Those who wait read for themselves when their time is over, and tell what is wrong.
                    log.debug("How far the views are cannot be told", e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            looking.set(false);
        } while (!waiters.isEmpty() && looking.compareAndSet(false, true));
    }

    private void lookOnce() {
        List<Waiter> open =
                waiters.stream().filter(waiter -> !waiter.end.isDone()).toList();
        aimAtHead(open.stream()
                .filter(waiter -> waiter.version == null && waiter.target == UNKNOWN)
                .toList());
        long now = System.nanoTime();
        aimAtVersions(open.stream().filter(waiter -> waiter.isToBeSought(now)).toList(), now);
        Map<String, Long> reached = new HashMap<>();
        for (Waiter waiter : open) {
            if (waiter.target != UNKNOWN
                    && waiter.target <= reached.computeIfAbsent(waiter.processor, progress::position)) {
                waiter.end.complete(End.REACHED);
            }
        }
    }

    private void aimAtHead(List<Waiter> some) {
        if (!some.isEmpty()) {
            long head = progress.head();
            some.forEach(waiter -> waiter.target = head);
        }
    }

    private void aimAtVersions(List<Waiter> some, long now) {
        if (!some.isEmpty()) {
            Map<AggregateVersion, Long> found = positions.apply(
                    some.stream().map(waiter -> waiter.version).distinct().toList());
            for (Waiter waiter : some) {
                Long position = found.get(waiter.version);
                waiter.soughtAt = now;
                waiter.target = position == null ? UNKNOWN : position;
                waiter.missing = position == null;
            }
        }
    }
}
