package io.firstcome.command.payment.card;

import io.firstcome.axon.schedule.ExponentialBackoff;
import io.firstcome.events.Texts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a request is. An operator reads it as JSON in the table of tasks.
 *
 * @param unknown why the outcome is not known; null: it was not sent yet, as far as is known
 * @param asked how often the outcome was not known
 * @param askedAt when that was last
 * @param notSent how often it could not be sent since then
 * @param problem why its command failed; null: it did not
 */
record Progress(
        @Nullable String unknown,
        int asked,
        @Nullable Instant askedAt,
        int notSent,
        @Nullable String problem) {

    static final Progress NONE = new Progress(null, 0, null, 0, null);

    private static final ExponentialBackoff UNTIL_SENT =
            new ExponentialBackoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    private static final int PROBLEM_LENGTH = 500;

    boolean isUnknown() {
        return unknown != null;
    }

    Progress unknown(String code, Instant at) {
        return new Progress(code, asked + 1, at, 0, null);
    }

    Progress notSentAgain() {
        return new Progress(unknown, asked, askedAt, notSent + 1, null);
    }

    Progress failed(String why) {
        return new Progress(unknown, asked, askedAt, notSent, Texts.cut(why, PROBLEM_LENGTH));
    }

    Duration pauseUntilSent() {
        return UNTIL_SENT.after(notSent);
    }
}
