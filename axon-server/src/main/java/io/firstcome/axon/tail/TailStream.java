package io.firstcome.axon.tail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One follower of the tail. It reads from one thread, and is called from the tail's.
 *
 * <p>Most processors handle few of all types. Of a run of events that a reader does not handle it gets the last one, so that
 * its position goes on; all others cost it nothing.
 */
final class TailStream implements TrackingEventStream {

    private static final Logger log = LoggerFactory.getLogger(TailStream.class);

    /** How many events are passed over at most before the reader gets one. */
    private static final int MOST_PASSED = 1_000;

    /** How often a reader is called for events that it does not handle. */
    private static final Duration PASSING = Duration.ofMillis(250);

    private static final Duration LEAST_PAUSE = Duration.ofMillis(1);

    private final EventTail tail;
    private final Predicate<TrackedEventMessage<?>> wanted;
    private final long pauseNanos;
    private final Queue<Entry> behind = new ArrayDeque<>();
    private final Queue<TrackedEventMessage<?>> next = new ArrayDeque<>();
    private volatile long position;

    private volatile @Nullable Runnable callback;

    // Of the tail's thread.
    private long calledAt;
    private long looked;
    private long wantedAt;

    TailStream(EventTail tail, long position, Predicate<TrackedEventMessage<?>> wanted, Duration pause) {
        this.tail = tail;
        this.position = position;
        this.wanted = wanted;
        this.pauseNanos = Math.max(LEAST_PAUSE.toNanos(), pause.toNanos());
        this.calledAt = System.nanoTime() - PASSING.toNanos();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        return true;
    }

    /** Of the last entry that was taken. */
    long position() {
        return position;
    }

    /** When the reader is to be called, by {@link System#nanoTime()}: at {@code latest} or later means not yet known. */
    long dueAt(long latest) {
        if (callback == null || position >= tail.reach()) {
            return latest;
        }
        return calledAt + (hasWanted() ? pauseNanos : Math.max(pauseNanos, PASSING.toNanos()));
    }

    /** Calls the reader if it is time. It is called again until it has read everything. */
    void callIfDue() {
        Runnable reader = callback;
        long now = System.nanoTime();
        if (reader == null || position >= tail.reach() || dueAt(now) - now > 0) {
            return;
        }
        calledAt = now;
        try {
            reader.run();
        } catch (RejectedExecutionException e) {
            // The reader's thread has ended before it closed the stream.
            close();
        } catch (RuntimeException | Error e) {
            // The others are called all the same, and this one again after a while.
            calledAt += PASSING.toNanos();
            log.error("A reader of the tail could not be called at position {}", position, e);
        }
    }

    private boolean hasWanted() {
        if (wantedAt > position) {
            return true;
        }
        long reach = tail.reach();
        for (long at = Math.max(looked, position) + 1; at <= reach; at++) {
            looked = at;
            Entry entry = tail.at(at);
            if (entry == null || entry.hasOneOf(wanted)) {
                // What has left the tail may be wanted.
                wantedAt = at;
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        for (advance(); next.isEmpty(); advance()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            tail.await(position, left);
        }
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        advance();
        return Optional.ofNullable(next.peek());
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return next.remove();
    }

    private void advance() {
        Entry passed = null;
        for (int looks = 0; next.isEmpty() && looks < MOST_PASSED; looks++) {
            Entry entry = nextEntry();
            if (entry == null) {
                break;
            }
            position = entry.position();
            if (entry.hasOneOf(wanted)) {
                next.addAll(entry.messages());
            } else if (!entry.messages().isEmpty()) {
                passed = entry;
            }
        }
        if (next.isEmpty() && passed != null) {
            next.addAll(passed.messages());
        }
    }

    private @Nullable Entry nextEntry() {
        if (behind.isEmpty()) {
            Entry entry = tail.at(position + 1);
            if (entry != null || position >= tail.reach()) {
                return entry;
            }
            behind.addAll(read());
        }
        return behind.poll();
    }

    /** Axon's coordinator tries again after an exception; an Error would end it without a word. */
    private List<Entry> read() {
        try {
            return tail.read(position);
        } catch (Error e) {
            throw new IllegalStateException("An Error ended the reading after position " + position, e);
        }
    }

    @Override
    public void close() {
        callback = null;
        tail.leave(this);
    }
}
