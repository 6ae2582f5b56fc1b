package io.firstcome.query.reading;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A check that many ask for at once and few carry out: each caller gets the result of one that began after its call. */
final class SharedCheck {

    private final BooleanSupplier check;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private boolean result;

    SharedCheck(BooleanSupplier check) {
        this.check = check;
    }

    boolean get() {
        long before = begun.get();
        turn.lock();
        try {
            if (begun.get() == before) {
                // Counted before it begins, so that nobody who comes later takes it for theirs.
                begun.incrementAndGet();
                result = false;
                result = check.getAsBoolean();
            }
            return result;
        } finally {
            turn.unlock();
        }
    }
}
