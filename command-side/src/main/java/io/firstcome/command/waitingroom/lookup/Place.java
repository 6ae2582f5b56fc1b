package io.firstcome.command.waitingroom.lookup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place of a user in a room.
 *
 * @param position 1 for the next to be let in; 0 when the user does not wait
 * @param estimatedWaitSeconds as many people go at the speed of the last minute; 0 when the user does not wait
 * @param idleSeconds after so long without a sign of the user the place ends
 * @param admission the number of the admission in the room; 0: the user was never let in with this place
 * @param reason why it has ended, in one word: {@code IDLE}, {@code SOLD_OUT}, {@code ROOM_CLOSED}; null: its status says it
 */
public record Place(
        PlaceStatus status,
        int position,
        long estimatedWaitSeconds,
        int idleSeconds,
        int admission,
        Instant enteredAt,
        @Nullable Instant admittedAt,
        @Nullable Instant expiresAt,
        @Nullable String reason) {

    /** Whether the user has it still. */
    public boolean isHeld() {
        return status == PlaceStatus.WAITING || status == PlaceStatus.ADMITTED;
    }
}
