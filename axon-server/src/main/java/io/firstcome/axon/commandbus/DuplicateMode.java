package io.firstcome.axon.commandbus;

import java.time.Duration;

/**
 * Whether requests are repeated at present. While they are, the keys of a batch are looked up before it is handled. Else it is handled
 * at once: the primary key of the stored outcomes finds a repeat as well, the batch is rolled back, and then its keys are looked up.
 *
 * <p>Used by all lanes.
 */
final class DuplicateMode {

    private static final long EXPECTED_FOR = Duration.ofSeconds(10).toNanos();

    private volatile long expectedUntil = System.nanoTime();

    boolean areExpected() {
        return expectedUntil - System.nanoTime() > 0;
    }

    void seen() {
        expectedUntil = System.nanoTime() + EXPECTED_FOR;
    }
}
