package io.firstcome.command.waitingroom.rest;

import io.firstcome.command.waitingroom.api.RoomCommand.ChangeRoom;
import io.firstcome.command.waitingroom.api.RoomLimits;
import io.firstcome.events.waitingroom.RoomId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /waiting-room/{roomId}}. What is absent stays as it is. */
@Schema(example = "{\"capacity\": 100, \"admitPerMinute\": 1200, \"paused\": false}")
record ChangeRoomRequest(
        @Schema(description = "How many may be let in at a time; who is let in already stays", example = "100")
        @Min(1)
        @Max(RoomLimits.MAX_CAPACITY)
        @Nullable
        Integer capacity,

        @Schema(description = "How many may be let in within any 60 seconds", example = "1200")
        @Min(1)
        @Max(RoomLimits.MAX_PER_MINUTE)
        @Nullable
        Integer admitPerMinute,

        @Schema(description = "Whether nobody is let in", example = "false") @Nullable
        Boolean paused) {

    ChangeRoom toCommand(RoomId room, Instant at) {
        return new ChangeRoom(room, capacity, admitPerMinute, paused, at);
    }
}
