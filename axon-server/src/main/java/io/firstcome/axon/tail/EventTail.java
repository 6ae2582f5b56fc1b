package io.firstcome.axon.tail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
 * <p>One thread looks into the store and calls the followers and listeners; it begins with the first of them.
 */
public final class EventTail implements AutoCloseable {

    /** How many entries are kept at most, a power of two: some seconds of a busy system. */
    private static final int KEPT = 8_192;

    /** How long a commit may be told after a later one, before it is looked for in the store. */
    private static final Duration PATIENCE = Duration.ofMillis(5);

    /** How often the store is asked for what other processes committed, when nothing is committed here. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** How often, when other processes have committed not so long ago. */
    private static final Duration LOOK_BESIDE_OTHERS = Duration.ofMillis(10);

    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(EventTail.class);

    private final EntrySource store;
    private final EventRingBuffer kept = new EventRingBuffer(KEPT);
    private final List<TailStream> followers = new CopyOnWriteArrayList<>();
    private final Listeners listeners = new Listeners();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final CommitReorderBuffer early = new CommitReorderBuffer();
    private volatile boolean closed;
    private volatile boolean lookAsked;
    private volatile @Nullable Thread watch;

    // Of the tail's thread.
    private long lookAt = System.nanoTime();
    private long besideOthersUntil = System.nanoTime();
    private @Nullable String trouble;

    public EventTail(EntrySource store) {
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

    /** Tells a listener what comes from now on. */
    public void tell(TailListener listener) {
        listeners.add(listener);
        begin();
    }

    public void leave(TailListener listener) {
        listeners.remove(listener);
    }

    private void begin() {
        lock.lock();
        try {
            if (watch == null && !closed) {
                kept.restart(store.head());
                watch = TailThread.start(this::takeTurn);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Looks into the store at once. */
    public void lookSoon() {
        committed(List.of());
    }

    /** Takes what was just committed here; when nothing is told, the store is asked. */
    public void committed(List<Commit> commits) {
        lock.lock();
        try {
            if (watch != null) {
                lookAsked |= commits.isEmpty();
                early.addAll(commits);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Keeps it if it is the next. The tail's thread is the only one that does. */
    private void keep(Entry entry) {
        if (kept.add(entry)) {
            listeners.next(entry);
        }
    }

    /** All that was stored before this instant is here. */
    private void complete(long instant) {
        Duration within = listeners.complete(instant, untilLook());
        lookAt = System.nanoTime() + within.toNanos();
    }

    /** The position up to which the tail knows everything. */
    long reach() {
        return kept.reach();
    }

    /** The entry of this position, or null when it is not here yet or no longer. */
    @Nullable
    Entry at(long position) {
        return kept.at(position);
    }

    List<Entry> read(long position) {
        return store.entriesAfter(position);
    }

    /** Waits until there is more than {@code position}, for at most so long. */
    void await(long position, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (left > 0 && reach() <= position && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void leave(TailStream stream) {
        followers.remove(stream);
    }

    /** Does what there is to do; returns whether there is to be another turn. */
    private boolean takeTurn() throws InterruptedException {
        awaitWork();
        takeCommits();
        if (lookAsked || lookAt - System.nanoTime() <= 0) {
            look();
        }
        wakeAll();
        followers.forEach(TailStream::callIfDue);
        kept.forgetRead(followers.stream().mapToLong(TailStream::position));
        return !closed;
    }

    private void wakeAll() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Until there is a commit to take, it is time to look into the store, or a follower is to be called. */
    private void awaitWork() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && !lookAsked && !early.hasNext(reach())) {
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

    private void takeCommits() {
        for (Commit commit = nextCommit(); commit != null; commit = nextCommit()) {
            try {
                commit.entries().get().forEach(this::keep);
                complete(commit.writtenAt());
            } catch (RuntimeException | Error e) {
                // The store has it too, and a look there tells what is wrong.
                lookAsked = true;
            }
        }
    }

    /** The commit that goes on where the tail ends, if it was told; what has to wait for another one waits for so long. */
    private @Nullable Commit nextCommit() {
        lock.lock();
        try {
            if (early.hasNext(reach())) {
                return early.next();
            }
            if (!early.isEmpty()) {
                lookAt = earlier(lookAt, System.nanoTime() + PATIENCE.toNanos());
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private Duration untilLook() {
        return besideOthersUntil - System.nanoTime() > 0 ? LOOK_BESIDE_OTHERS : LOOK;
    }

    private void look() {
        lookAsked = false;
        lookAt = System.nanoTime() + untilLook().toNanos();
        try {
            readOn();
            trouble = null;
        } catch (RuntimeException | Error e) {
            listeners.lost();
            store.doubt();
            String text = String.valueOf(e.getMessage());
            if (!text.equals(trouble)) {
                log.warn("The event store can't be read after position {}, this is tried again", reach(), e);
                trouble = text;
            }
        }
    }

    private void readOn() {
        long begin = System.nanoTime();
        long head = store.head();
        if (head < reach()) {
            log.error("The event store ends at position {}, and {} was seen: it has lost events", head, reach());
            kept.restart(head);
            listeners.lost();
            store.doubt();
        }
        boolean more = reach() < head;
        if (more) {
            if (!store.isOnlyOurs(reach())) {
                besideOthersUntil = begin + LONG_AGO.toNanos();
            }
            List<Entry> entries = store.entriesAfter(reach());
            entries.forEach(this::keep);
            more = !entries.isEmpty();
        }
        if (reach() >= head) {
            complete(begin);
        } else if (more) {
            lookAt = begin;
        }
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }

    @Override
    public void close() {
        closed = true;
        wakeAll();
        Thread thread = watch;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
