package io.firstcome.axon.processing;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A stream of events that calls its reader while there is something to read.
 *
 * <p>A thread of its own waits in the stream, in the reader's place; the two take turns by a lock, since the stream is made for
 * one reader. Closing the stream ends the thread.
 */
final class WakingStream implements BlockingStream<TrackedEventMessage<?>> {

    /** How long the reader may have to wait for its turn. */
    private static final int TURN_MILLIS = 50;

    private final BlockingStream<TrackedEventMessage<?>> events;
    private final String threadName;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Semaphore foundEmpty = new Semaphore(0);
    private volatile boolean closed;
    private @Nullable Thread watch;

    WakingStream(BlockingStream<TrackedEventMessage<?>> events, String threadName) {
        this.events = events;
        this.threadName = threadName;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        watch = Thread.ofPlatform().daemon().name(threadName).start(() -> watch(callback));
        return true;
    }

    /**
     * Calls again until the reader has found the stream empty: Axon's coordinator, when its buffers were full just before,
     * would otherwise leave waiting events alone for seconds.
     */
    private void watch(Runnable callback) {
        try {
            while (!closed) {
                if (isAvailable() && !closed) {
                    callback.run();
                    if (foundEmpty.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
                        foundEmpty.drainPermits();
                    }
                }
            }
        } catch (InterruptedException e) {
            // The stream is closed.
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            // The reader's thread has ended before it closed the stream.
            closed = true;
        }
    }

    /** When the store fails, the reader has to learn of it, so it is called back then, too. */
    private boolean isAvailable() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            return events.hasNextAvailable(TURN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            return true;
        } finally {
            turn.unlock();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            boolean available = events.hasNextAvailable(timeout, unit);
            if (!available) {
                foundEmpty.release();
            }
            return available;
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        turn.lock();
        try {
            return events.peek();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            return events.nextAvailable();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
        events.skipMessagesWithPayloadTypeOf(ignored);
    }

    @Override
    public void close() {
        closed = true;
        Thread watching = watch;
        if (watching != null) {
            watching.interrupt();
        }
        turn.lock();
        try {
            events.close();
        } finally {
            turn.unlock();
        }
    }
}
