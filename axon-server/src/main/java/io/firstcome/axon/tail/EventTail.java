package io.firstcome.axon.tail;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest events, as they were stored, for all who follow.
 *
 * <p>What this process commits is here at once and is not read back from the store. Lanes commit in the order of positions but
 * may tell so in another one: what is early waits for what belongs before it. What does not come in time was committed by
 * another process, and is read. A follower that falls behind reads from the store until it is near again.
 *
 * <p>One thread looks into the store and calls the followers; it begins with the first of them.
 */
public final class EventTail implements AutoCloseable {

    /** How many entries are kept, a power of two: some seconds of a busy system. */
    private static final int KEPT = 8_192;

    /** How long a commit may be told after a later one, before it is looked for in the store. */
    private static final Duration PATIENCE = Duration.ofMillis(5);

    /** How often the store is asked for what other processes committed, when nothing is committed here. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(EventTail.class);

    private final StoredEvents store;
    private final AtomicReferenceArray<@Nullable Entry> kept = new AtomicReferenceArray<>(KEPT);
    private final List<TailStream> followers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Commit> early = new PriorityQueue<>(Comparator.comparingLong(Commit::first));

    private volatile long reach;
    private volatile boolean closed;
    private volatile long lookAt = System.nanoTime();
    private @Nullable Thread watch;
    private @Nullable String trouble;

    public EventTail(StoredEvents store) {
        this.store = store;
    }

    /**
     * A stream of the events after {@code position}.
     *
     * @param wanted which events matter to the reader; of others it gets only the last in sight, to know how far it is
     * @param pause the least time between two calls of the reader
     */
    public TrackingEventStream open(long position, Predicate<TrackedEventMessage<?>> wanted, Duration pause) {
        begin();
        TailStream stream = new TailStream(this, position, wanted, pause);
        followers.add(stream);
        return stream;
    }

    private void begin() {
        lock.lock();
        try {
            if (watch == null && !closed) {
                reach = store.head();
                watch = Thread.ofPlatform().daemon().name("event-tail").start(this::watch);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes what was just committed here; when nothing is told, the store is asked. */
    public void committed(List<Commit> commits) {
        lock.lock();
        try {
            if (watch == null) {
                return;
            }
            if (commits.isEmpty()) {
                lookAt = System.nanoTime();
            }
            early.addAll(commits);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps it if it is the next. The tail's thread is the only one that does. */
    private void keep(Entry entry) {
        if (entry.position() == reach + 1) {
            kept.set(slot(entry.position()), entry);
            reach = entry.position();
        }
    }

    private static int slot(long position) {
        return (int) position & (KEPT - 1);
    }

    /**
     * Tells whether a {@code wanted} event was committed after {@code position}, so that every follower is going to get it.
     * What is too far back to be known is not.
     */
    public boolean hasAfter(long position, Predicate<TrackedEventMessage<?>> wanted) {
        long end = reach;
        for (long at = position + 1; at <= end; at++) {
            Entry entry = at(at);
            if (entry == null) {
                return false;
            }
            if (entry.hasOneOf(wanted)) {
                return true;
            }
        }
        return isAmongEarly(position, wanted);
    }

    /** What is not taken yet is certain to come. */
    private boolean isAmongEarly(long position, Predicate<TrackedEventMessage<?>> wanted) {
        lock.lock();
        try {
            return early.stream()
                    .filter(commit -> commit.first() > position)
                    .anyMatch(commit -> commit.entries().get().stream().anyMatch(entry -> entry.hasOneOf(wanted)));
        } finally {
            lock.unlock();
        }
    }

    /** The position up to which the tail knows everything. */
    long reach() {
        return reach;
    }

    /** The entry of this position, or null when it is not here yet or no longer. */
    @Nullable
    Entry at(long position) {
        Entry entry = kept.get(slot(position));
        return entry != null && entry.position() == position ? entry : null;
    }

    List<Entry> read(long position) {
        return store.entriesAfter(position);
    }

    /** Waits until there is more than {@code position}, for at most so long. */
    void await(long position, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (left > 0 && reach <= position && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void leave(TailStream stream) {
        followers.remove(stream);
    }

    private void watch() {
        try {
            while (!closed) {
                awaitWork();
                takeCommits();
                if (lookAt - System.nanoTime() <= 0) {
                    look();
                }
                followers.forEach(TailStream::callIfDue);
            }
        } catch (InterruptedException e) {
            // The tail is closed.
            Thread.currentThread().interrupt();
        }
    }

    /** Until there is a commit to take, it is time to look into the store, or a follower is to be called. */
    private void awaitWork() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && !isNext(early.peek())) {
                long due = lookAt;
                for (TailStream follower : followers) {
                    due = earlier(due, follower.dueAt(lookAt));
                }
                long left = due - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isNext(@Nullable Commit commit) {
        return commit != null && commit.first() <= reach + 1;
    }

    private void takeCommits() {
        for (Commit commit = nextCommit(); commit != null; commit = nextCommit()) {
            try {
                commit.entries().get().forEach(this::keep);
            } catch (RuntimeException e) {
                // The store has it too, and a look there tells what is wrong.
                lookAt = System.nanoTime();
            }
        }
    }

    /** The commit that goes on where the tail ends, if it was told; what has to wait for another one waits for so long. */
    private @Nullable Commit nextCommit() {
        lock.lock();
        try {
            changed.signalAll();
            if (isNext(early.peek())) {
                lookAt = System.nanoTime() + LOOK.toNanos();
                return early.remove();
            }
            if (!early.isEmpty()) {
                lookAt = earlier(lookAt, System.nanoTime() + PATIENCE.toNanos());
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        boolean more = false;
        try {
            List<Entry> entries = store.entriesAfter(reach);
            entries.forEach(this::keep);
            more = !entries.isEmpty();
            trouble = null;
        } catch (RuntimeException e) {
            String text = String.valueOf(e.getMessage());
            if (!text.equals(trouble)) {
                log.warn("The event store can't be read after position {}, this is tried again", reach, e);
                trouble = text;
            }
        }
        lock.lock();
        try {
            lookAt = System.nanoTime() + (more ? 0 : LOOK.toNanos());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            if (watch != null) {
                watch.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }
}
