package io.firstcome.command.waitingroom.rest;

import io.firstcome.command.waitingroom.lookup.RoomSummary;
import io.firstcome.events.waitingroom.RoomId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A room as everybody sees it. */
@Schema(example = """
                {"roomId": "drop-7", "name": "Drop 7", "status": "OPEN", "opensAt": null, "waiting": 9950, "active": 50,
                 "capacity": 50, "admitPerMinute": 600, "admittedTotal": 1200}""")
record RoomResponse(
        String roomId,
        String name,
        RoomSummary.Status status,
        @Nullable Instant opensAt,
        int waiting,

        @Schema(description = "How many are let in at this moment")
        int active,

        int capacity,
        int admitPerMinute,

        @Schema(description = "How many were let in, ever") int admittedTotal) {

    static RoomResponse of(RoomId room, RoomSummary summary) {
        return new RoomResponse(
                room.value(),
                summary.terms().name(),
                summary.status(),
                summary.terms().opensAt(),
                summary.waiting(),
                summary.active(),
                summary.capacity(),
                summary.admitPerMinute(),
                summary.admittedTotal());
    }
}
