package io.firstcome.command.waitingroom.domain;

import io.firstcome.events.waitingroom.PlaceEnd;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place of a user who is let in.
 *
 * @param seenAt when the user was there last
 */
record ActivePlace(Instant admittedAt, Instant expiresAt, Instant seenAt) {

    /** Nodes note whom they have seen at times of their own: what is told later may have been earlier. */
    ActivePlace seen(Instant at) {
        return at.isAfter(seenAt) ? new ActivePlace(admittedAt, expiresAt, at) : this;
    }

    /**
     * Why the place is over; null while it is not.
     *
     * @param noticedSince since when the user would have been seen
     */
    @Nullable
    PlaceEnd endAt(Instant at, Instant noticedSince, Duration idle) {
        if (!at.isBefore(expiresAt)) {
            return PlaceEnd.EXPIRED;
        }
        Instant last = seenAt.isAfter(noticedSince) ? seenAt : noticedSince;
        return at.isBefore(last.plus(idle)) ? null : PlaceEnd.IDLE;
    }
}
