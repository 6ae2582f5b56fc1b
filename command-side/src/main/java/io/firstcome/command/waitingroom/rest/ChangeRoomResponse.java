package io.firstcome.command.waitingroom.rest;

import io.firstcome.events.waitingroom.RoomEvent.RoomLimitsSet;
import io.swagger.v3.oas.annotations.media.Schema;

/** How many a room lets in from now on. */
@Schema(example = "{\"roomId\": \"drop-7\", \"capacity\": 100, \"admitPerMinute\": 1200, \"paused\": false}")
record ChangeRoomResponse(String roomId, int capacity, int admitPerMinute, boolean paused) {

    static ChangeRoomResponse of(RoomLimitsSet event) {
        return new ChangeRoomResponse(event.roomId().value(), event.capacity(), event.admitPerMinute(), event.paused());
    }
}
