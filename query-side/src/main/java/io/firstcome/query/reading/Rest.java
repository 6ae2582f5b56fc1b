package io.firstcome.query.reading;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Leaves a server alone for a while after it failed, so that reads do not all wait for it.
 *
 * <p>When the while is over one caller tries it; the others go on leaving it alone until that one has succeeded.
 */
final class Rest {

    private static final long AWAKE = Long.MIN_VALUE;

    private final long nanos;
    private final LongSupplier clock;
    private final AtomicLong until = new AtomicLong(AWAKE);

    Rest(Duration duration, LongSupplier nanoClock) {
        this.nanos = duration.toNanos();
        this.clock = nanoClock;
    }

    /** Tells whether the caller may use the server, and must then report how it went. */
    boolean allows() {
        long end = until.get();
        if (end == AWAKE) {
            return true;
        }
        long now = clock.getAsLong();
        return now - end >= 0 && until.compareAndSet(end, now + nanos);
    }

    void failed() {
        until.set(clock.getAsLong() + nanos);
    }

    void succeeded() {
        until.set(AWAKE);
    }
}
