package io.firstcome.web.overload;

import java.time.Duration;

/**
 * How long a virtual thread waits for its turn to run: the queue in which every request stands, at its begin and whenever it
 * has waited for something. It is measured with a thread that does nothing else.
 *
 * <p>Used by one thread.
 */
final class SchedulingDelayProbe {

    private volatile long begun;
    private volatile long took;
    private volatile boolean running;

    /** The wait of the last one, or of the one that waits now. Sends the next one. */
    Duration next() {
        long now = System.nanoTime();
        if (running) {
            return Duration.ofNanos(now - begun);
        }
        Duration last = Duration.ofNanos(took);
        begun = now;
        running = true;
        Thread.ofVirtual().name("scheduling-delay").start(this::run);
        return last;
    }

    private void run() {
        took = System.nanoTime() - begun;
        running = false;
    }
}
