package io.firstcome.command.waitingroom.rest;

import io.firstcome.command.waitingroom.lookup.Place;
import io.firstcome.command.waitingroom.lookup.PlaceStatus;
import io.firstcome.events.waitingroom.RoomId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The place of a user in a room. */
@Schema(example = """
                {"roomId": "drop-7", "userId": "1", "status": "WAITING", "position": 121, "ahead": 120,
                 "estimatedWaitSeconds": 13, "pollAfterSeconds": 2, "enteredAt": "2026-11-20T09:00:00Z"}""")
record PlaceResponse(
        String roomId,
        String userId,
        PlaceStatus status,

        @Schema(description = "1 for the next to be let in; 0 when the user does not wait")
        int position,

        @Schema(description = "How many are let in before") int ahead,

        @Schema(description = "An estimate, by the speed of the last minute")
        long estimatedWaitSeconds,

        @Schema(description = "When it is worth asking again; asking costs nothing")
        long pollAfterSeconds,

        @Schema(description = "To be sent as X-Admission with what the room protects; while the user is let in")
        @Nullable
        String admission,

        Instant enteredAt,
        @Nullable Instant admittedAt,
        @Nullable Instant expiresAt,

        @Schema(
                description = "Why the place has ended, when the status does not say it",
                allowableValues = {"IDLE", "SOLD_OUT", "ROOM_CLOSED"})
        @Nullable
        String reason) {

    private static final long SOONEST = 2;
    private static final long LATEST = 30;
    private static final int TIMES = 10;
    private static final int TIMES_IN_IDLE_TIME = 4;

    /** @param admission of a user who is let in; null of others */
    static PlaceResponse of(RoomId room, String userId, Place place, @Nullable String admission) {
        return new PlaceResponse(
                room.value(),
                userId,
                place.status(),
                place.position(),
                Math.max(0, place.position() - 1),
                place.estimatedWaitSeconds(),
                pollAfter(place),
                admission,
                place.enteredAt(),
                place.admittedAt(),
                place.expiresAt(),
                place.reason());
    }

    /** So that nobody has to ask more than ten times before they can be let in, and nobody is idle who asks as told. */
    private static long pollAfter(Place place) {
        long beforeIdle = Math.clamp(place.idleSeconds() / TIMES_IN_IDLE_TIME, 1, LATEST);
        return switch (place.status()) {
            case WAITING -> Math.clamp(place.estimatedWaitSeconds() / TIMES, SOONEST, Math.max(SOONEST, beforeIdle));
            case ADMITTED -> beforeIdle;
            case DONE, EXPIRED, LEFT -> LATEST;
        };
    }
}
