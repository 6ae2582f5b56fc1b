package io.firstcome.command.waitingroom.rest;

import io.firstcome.command.admission.AdmissionTokens;
import io.firstcome.command.admission.Presence;
import io.firstcome.command.waitingroom.lookup.Place;
import io.firstcome.command.waitingroom.lookup.PlaceStatus;
import io.firstcome.command.waitingroom.lookup.WaitingRooms;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.web.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Places as their users are shown them, with their admissions. */
@Component
class Places {

    /** Who has entered on another node a moment ago is not in the memory of this one yet, and must not be told that they are nowhere. */
    private static final long ALL_THAT_IS_STORED = Long.MAX_VALUE;

    private final WaitingRooms rooms;
    private final AdmissionTokens tokens;
    private final Presence presence;
    private final Clock clock;

    Places(WaitingRooms rooms, AdmissionTokens tokens, Presence presence, Clock clock) {
        this.rooms = rooms;
        this.tokens = tokens;
        this.presence = presence;
        this.clock = clock;
    }

    /**
     * The place of a user who asks for it: a sign that the user is there.
     *
     * @param atLeast the number of an event of the room that must be in it; -1: any
     * @throws ProblemException {@code ROOM_NOT_FOUND}, {@code NOT_IN_ROOM}
     */
    PlaceResponse of(RoomId room, String userId, long atLeast) {
        Place place = find(room, userId, atLeast)
                .or(() -> find(room, userId, ALL_THAT_IS_STORED))
                .orElseThrow(() -> ProblemException.of(RoomErrorCode.NOT_IN_ROOM, null));
        if (place.status() != PlaceStatus.ADMITTED) {
            return PlaceResponse.of(room, userId, place, null);
        }
        presence.see(room, userId, place.idleSeconds());
        return PlaceResponse.of(room, userId, place, tokens.sign(room, userId, place));
    }

    private Optional<Place> find(RoomId room, String userId, long atLeast) {
        return rooms.read(room, atLeast, state -> Optional.ofNullable(state.place(userId, clock.instant())))
                .orElseThrow(() -> ProblemException.of(RoomErrorCode.ROOM_NOT_FOUND, null));
    }
}
