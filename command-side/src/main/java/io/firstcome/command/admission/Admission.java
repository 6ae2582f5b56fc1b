package io.firstcome.command.admission;

import io.firstcome.events.waitingroom.RoomId;
import java.time.Instant;

/**
 * What a signed admission says.
 *
 * @param number of the admission in the room
 */
record Admission(RoomId room, String userId, int number, Instant expiresAt) {}
