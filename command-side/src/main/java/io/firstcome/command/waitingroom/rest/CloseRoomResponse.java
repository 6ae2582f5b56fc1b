package io.firstcome.command.waitingroom.rest;

import io.firstcome.events.waitingroom.RoomEvent.RoomClosed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A room that is closed: what it protected is open to all. */
@Schema(example = "{\"roomId\": \"drop-7\", \"status\": \"CLOSED\", \"closedAt\": \"2026-11-20T10:00:00Z\"}")
record CloseRoomResponse(
        String roomId, @Schema(allowableValues = "CLOSED") String status, Instant closedAt) {

    static CloseRoomResponse of(RoomClosed event) {
        return new CloseRoomResponse(event.roomId().value(), "CLOSED", event.closedAt());
    }
}
