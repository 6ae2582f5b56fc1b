package io.firstcome.web.overload;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests of a kind may be under way, and how many are.
 *
 * <p>While work waits for longer than the target, the limit shrinks in proportion, at most by half at a time; while it does
 * not, it grows by an eighth: back to where it began, and further when it is reached.
 */
final class OverloadLimit {

    private static final int GROWTH = 8;

    private final int least;
    private final int most;
    private final int usual;
    private final long targetNanos;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile int limit;
    /** The most that were under way since the last adjustment; a lost update does no harm. */
    private volatile int peak;

    OverloadLimit(int least, int most, Duration target) {
        this.least = least;
        this.most = most;
        this.targetNanos = target.toNanos();
        this.usual = Math.max(least, most / 4);
        this.limit = usual;
    }

    /** Lets one in, or returns false when there are too many. */
    boolean enter() {
        int now = underWay.incrementAndGet();
        if (now > limit) {
            underWay.decrementAndGet();
            peak = now;
            return false;
        }
        note(now);
        return true;
    }

    /** Lets one in that is never turned away. */
    void enterAnyway() {
        note(underWay.incrementAndGet());
    }

    private void note(int now) {
        if (now > peak) {
            peak = now;
        }
    }

    /** One that was let in has its answer. */
    void leave() {
        underWay.decrementAndGet();
    }

    /** To be called by one thread, some times a second, with the least wait that was seen since. */
    void adjust(Duration wait) {
        int before = limit;
        int reached = Math.min(peak, before);
        peak = underWay.get();
        long waited = wait.toNanos();
        if (waited > targetNanos) {
            double part = Math.max(0.5, (double) targetNanos / waited);
            limit = Math.max(least, (int) (reached * part));
        } else if (waited * 2 < targetNanos && (before < usual || reached * 10L >= before * 9L)) {
            limit = Math.min(most, before + Math.max(1, before / GROWTH));
        }
    }

    int limit() {
        return limit;
    }

    int underWay() {
        return underWay.get();
    }
}
