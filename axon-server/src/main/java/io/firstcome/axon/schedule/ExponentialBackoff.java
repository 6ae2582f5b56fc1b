package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/**
 * Pauses that double: 1 s, 2 s, 4 s … up to the longest.
 *
 * @param first before the second try
 * @param longest between two tries at most
 */
public record ExponentialBackoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    public ExponentialBackoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("a pause is positive and grows, not " + first + " to " + longest);
        }
    }

    /** @param tries how often it was tried already, 1 or more */
    public Duration after(int tries) {
        Duration pause = first.multipliedBy(1L << Math.clamp(tries - 1, 0, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** Tries a failed task again after such a pause, for ever. */
    public <T> FailureHandler<T> onFailure() {
        return onFailure(Integer.MAX_VALUE);
    }

    /** Tries a failed task again after such a pause, and gives it up when it has failed so often. */
    public <T> FailureHandler<T> onFailure(int tries) {
        return (failed, operations) -> {
            int failures = failed.getExecution().consecutiveFailures + 1;
            if (failures < tries) {
                operations.reschedule(failed, failed.getTimeDone().plus(after(failures)));
            } else {
                operations.remove();
            }
        };
    }
}
