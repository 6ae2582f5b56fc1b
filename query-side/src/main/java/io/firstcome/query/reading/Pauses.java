package io.firstcome.query.reading;

import java.time.Duration;

/** Pauses between two looks, each twice as long as the one before, up to a longest. */
final class Pauses {

    private final Duration longest;
    private Duration next;

    Pauses(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    /** Pauses; false when the thread is to end. */
    boolean next() {
        try {
            Thread.sleep(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return true;
    }
}
