package io.firstcome.axon.commandbus;

import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue of commands and the one thread that drains it. All commands of an aggregate are in the same lane.
 *
 * <p>The thread never waits for company: it takes what is there, and what comes during the commit is the next batch.
 */
final class Lane {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final Duration IDLE_CHECK = Duration.ofMillis(100);

    private final BlockingQueue<PendingCommand> queue;
    private final GroupCommitSettings settings;
    private final BatchRunner runner;
    private final Thread thread;
    private volatile boolean stopping;

    Lane(int number, GroupCommitSettings settings, BatchRunner runner) {
        this.queue = new ArrayBlockingQueue<>(settings.capacity());
        this.settings = settings;
        this.runner = runner;
        this.thread = Thread.ofPlatform().name("command-lane-" + number).unstarted(this::drain);
    }

    void start() {
        thread.start();
    }

    /** Queues the command, or answers it with a rejection at once. */
    void submit(PendingCommand pending) {
        if (stopping) {
            pending.fail(Reason.SHUTTING_DOWN);
        } else if (!queue.offer(pending)) {
            pending.fail(Reason.OVERLOADED);
        } else if (stopping && !thread.isAlive() && queue.remove(pending)) {
            // It slipped in behind the last look of the ending thread.
            pending.fail(Reason.SHUTTING_DOWN);
        }
    }

    /** How long the next one to be handled has waited, in nanoseconds. */
    long longestWait(long now) {
        PendingCommand next = queue.peek();
        return next == null ? 0 : Math.max(0, now - next.queuedAt());
    }

    int waiting() {
        return queue.size();
    }

    /** Handles what is queued, then ends. Returns whether it ended within {@code patience}. */
    boolean stop(Duration patience) throws InterruptedException {
        stopping = true;
        boolean ended = thread.join(patience);
        List<PendingCommand> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(pending -> pending.fail(Reason.SHUTTING_DOWN));
        return ended;
    }

    private void drain() {
        List<PendingCommand> batch = new ArrayList<>(settings.maxBatch());
        while (!(stopping && queue.isEmpty())) {
            try {
                PendingCommand first = queue.poll(IDLE_CHECK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, settings.maxBatch() - 1);
                    List<PendingCommand> inTime = withoutLate(batch);
                    if (!inTime.isEmpty()) {
                        runner.run(inTime);
                    }
                }
            } catch (InterruptedException e) {
                log.warn(
                        "{} was interrupted and goes on", Thread.currentThread().getName());
            } catch (RuntimeException | Error e) {
                // The lane must survive an Error too: nobody else handles the commands of its aggregates.
                log.error("A batch of {} commands ended without answers", batch.size(), e);
                batch.forEach(pending -> pending.fail(Reason.OUTCOME_UNKNOWN));
            }
            batch.clear();
        }
    }

    /** Refuses what has waited for too long: its client has gone, or soon will. */
    private List<PendingCommand> withoutLate(List<PendingCommand> batch) {
        long oldest = System.nanoTime() - settings.maxWait().toNanos();
        List<PendingCommand> inTime = new ArrayList<>(batch.size());
        for (PendingCommand pending : batch) {
            if (pending.queuedAt() - oldest < 0) {
                pending.fail(Reason.OVERLOADED);
            } else {
                inTime.add(pending);
            }
        }
        return inTime;
    }
}
