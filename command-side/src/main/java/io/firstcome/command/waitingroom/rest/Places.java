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
     * The place of a user who asks for it: a sign that the user is there. Who has entered on another node a moment ago is not told that
     * they are nowhere.
     *
     * @param atLeast the number of an event of the room that must be in it; -1: any
     * @throws ProblemException {@code ROOM_NOT_FOUND}, {@code NOT_IN_ROOM}
     */
    PlaceResponse of(RoomId room, String userId, long atLeast) {
        return shown(room, userId, rooms.read(room, atLeast, state -> state.place(userId, clock.instant())));
    }

    /** The place of a user who has one, says the room; here the one before may still be the latest that is known. */
    PlaceResponse held(RoomId room, String userId) {
        return shown(
                room,
                userId,
                rooms.read(room, state -> state.place(userId, clock.instant())).filter(Place::isHeld));
    }

    private PlaceResponse shown(RoomId room, String userId, Optional<Place> known) {
        Place place = known.or(() -> rooms.readStored(room, state -> state.place(userId, clock.instant())))
                .orElseThrow(() -> none(room));
        if (place.status() != PlaceStatus.ADMITTED) {
            return PlaceResponse.of(room, userId, place, null);
        }
        presence.see(room, userId, place.idleSeconds());
        return PlaceResponse.of(room, userId, place, tokens.sign(room, userId, place));
    }

    private ProblemException none(RoomId room) {
        boolean exists = rooms.read(room, state -> true).isPresent();
        return ProblemException.of(exists ? RoomErrorCode.NOT_IN_ROOM : RoomErrorCode.ROOM_NOT_FOUND, null);
    }
}
