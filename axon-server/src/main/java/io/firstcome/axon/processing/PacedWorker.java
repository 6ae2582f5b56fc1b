package io.firstcome.axon.processing;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The one thread of a processor that handles its batches, with a least time from the start of one to the start of the next.
 *
 * <p>What comes after a quiet time is handled at once. Under load, Axon would begin a batch with the first event that it sees; here
 * the next one gathers meanwhile, so that transactions, positions and statements are shared by more events.
 */
final class PacedWorker extends ScheduledThreadPoolExecutor {

    private final long pauseNanos;
    private volatile long earliest = System.nanoTime();

    PacedWorker(Duration pause, ThreadFactory threads) {
        super(1, threads);
        this.pauseNanos = pause.toNanos();
    }

    @Override
    public Future<?> submit(Runnable batch) {
        long wait = Math.max(0, earliest - System.nanoTime());
        return schedule(
                () -> {
                    earliest = System.nanoTime() + pauseNanos;
                    batch.run();
                },
                wait,
                TimeUnit.NANOSECONDS);
    }
}
