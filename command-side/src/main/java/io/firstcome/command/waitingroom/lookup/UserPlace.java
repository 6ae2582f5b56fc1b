package io.firstcome.command.waitingroom.lookup;

import io.firstcome.events.waitingroom.RoomEvent.UserAdmitted;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The latest place of one user, as its events change it. */
final class UserPlace {

    final String user;
    final Instant enteredAt;

    /** The place in the line: a smaller one is let in before. */
    int number;

    PlaceStatus status = PlaceStatus.WAITING;
    int admission;
    private @Nullable Instant admittedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant seenAt;
    private @Nullable String reason;

    UserPlace(String user, int number, Instant enteredAt) {
        this.user = user;
        this.number = number;
        this.enteredAt = enteredAt;
    }

    void admit(UserAdmitted event) {
        status = PlaceStatus.ADMITTED;
        admission = event.admission();
        admittedAt = event.admittedAt();
        expiresAt = event.expiresAt();
        seenAt = event.admittedAt();
    }

    UserPlace seen(Instant at) {
        seenAt = seenAt == null || at.isAfter(seenAt) ? at : seenAt;
        return this;
    }

    void end(PlaceStatus how, @Nullable String why) {
        status = how;
        reason = why;
    }

    /** As the room itself says it, {@code ActivePlace}. */
    boolean isOverAt(Instant now, Instant noticedSince, Duration idle) {
        if (expiresAt == null || seenAt == null) {
            return false;
        }
        Instant last = seenAt.isAfter(noticedSince) ? seenAt : noticedSince;
        return !now.isBefore(expiresAt) || !now.isBefore(last.plus(idle));
    }

    Place toPlace(int position, long waitSeconds, int idleSeconds) {
        return new Place(
                status, position, waitSeconds, idleSeconds, admission, enteredAt, admittedAt, expiresAt, reason);
    }
}
