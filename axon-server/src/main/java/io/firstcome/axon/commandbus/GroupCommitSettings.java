package io.firstcome.axon.commandbus;

import java.time.Duration;

/**
 * The measures of the command bus.
 *
 * @param lanes how many batches may be handled at a time; two overlap the handling of one with the commit of another
 * @param maxBatch how many commands share a commit at most; 1 switches group commit off
 * @param capacity how many commands may wait in one lane; more are refused
 * @param maxWait how long a command may wait in its lane before it is refused instead of handled
 * @param standing for how many aggregates what they refuse as they stand is known before the lane; 0: for none
 */
public record GroupCommitSettings(int lanes, int maxBatch, int capacity, Duration maxWait, int standing) {

    /** Longer than a command may wait in its lane and in the database together: who has no answer by then does not wait on. */
    public static final Duration PATIENCE = Duration.ofSeconds(12);

    /** With room for some. */
    public GroupCommitSettings(int lanes, int maxBatch, int capacity, Duration maxWait) {
        this(lanes, maxBatch, capacity, maxWait, 1_000);
    }

    public GroupCommitSettings {
        if (standing < 0) {
            throw new IllegalArgumentException("What is kept of refusals is not negative");
        }
        if (lanes < 1 || maxBatch < 1 || capacity < 1 || maxWait.isNegative()) {
            throw new IllegalArgumentException("Lanes, batch and capacity are 1 or more, the wait is not negative");
        }
    }
}
