package io.firstcome.axon.tail;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of the tail: it takes turns until it is interrupted, whatever happens in one of them. Without it every processor stands
 * still.
 */
final class TailThread {

    private static final Logger log = LoggerFactory.getLogger(TailThread.class);

    /** A fault that stays must not take a core. */
    private static final Duration AFTER_FAULT = Duration.ofMillis(100);

    private TailThread() {}

    /** One turn. */
    @FunctionalInterface
    interface Turn {

        /** Returns whether there is to be another one. */
        boolean take() throws InterruptedException;
    }

    static Thread start(Turn turn) {
        return Thread.ofPlatform().daemon().name("event-tail").start(() -> takeAll(turn));
    }

    private static void takeAll(Turn turn) {
        try {
            boolean more = true;
            while (more) {
                more = takeOne(turn);
            }
        } catch (InterruptedException e) {
            // The tail is closed.
            Thread.currentThread().interrupt();
        }
    }

    private static boolean takeOne(Turn turn) throws InterruptedException {
        try {
            return turn.take();
        } catch (RuntimeException | Error e) {
            log.error("The tail of the event store goes on after a fault", e);
            Thread.sleep(AFTER_FAULT);
            return true;
        }
    }
}
