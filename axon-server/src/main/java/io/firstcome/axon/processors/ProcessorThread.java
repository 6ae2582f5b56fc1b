package io.firstcome.axon.processors;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The thread of a processor, one for each segment: it looks for events and handles them in batches, with a least time from the start of one batch to the
 * start of the next.
 *
 * <p>What comes after a quiet time is handled at once. Under load, Axon would begin a batch with the first event that it sees; here
 * the next one gathers meanwhile, so that transactions, positions and statements are shared by more events. The least time is the one
 * that is set, or a multiple of what the last batch took: the busier the machine, the larger the batches.
 *
 * <p>Axon submits batches, and schedules its looks for events; these are not paced here.
 */
final class ProcessorThread extends ScheduledThreadPoolExecutor {

    /** No pause grows beyond this. */
    static final Duration LONGEST = Duration.ofMillis(100);

    private final long pauseNanos;
    private final int rest;
    private volatile long earliest = System.nanoTime();

    /**
     * @param pause the least time that is set
     * @param rest how many times as long as a batch took is the least time to the next; 1 is no rest at all
     * @param segments so many batches at a time
     */
    ProcessorThread(Duration pause, int rest, int segments, ThreadFactory threads) {
        super(segments, threads);
        this.pauseNanos = pause.toNanos();
        this.rest = rest;
    }

    @Override
    public Future<?> submit(Runnable batch) {
        long wait = Math.max(0, earliest - System.nanoTime());
        return schedule(() -> run(batch), wait, TimeUnit.NANOSECONDS);
    }

    private void run(Runnable batch) {
        long start = System.nanoTime();
        // Axon submits the next one before this one has ended, when there is more.
        earliest = start + pauseNanos;
        batch.run();
        long took = System.nanoTime() - start;
        earliest = start + Math.max(pauseNanos, Math.min(rest * took, Math.max(took, LONGEST.toNanos())));
    }
}
