package io.firstcome.command.waitingroom.rest;

import io.firstcome.command.waitingroom.lookup.WaitingRooms;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.web.stream.EventStreams;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Tells those who listen their places: once a second when they have changed, and every 15 s in any case. It looks at the place of a
 * listener as often as one who asks for it is told to, so that who listens is not idle.
 */
@Component
class PlaceStreams extends EventStreams<RoomId, Long> {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final WaitingRooms rooms;
    private final Places places;

    PlaceStreams(WaitingRooms rooms, Places places) {
        super("place-streams", BETWEEN_LOOKS);
        this.rooms = rooms;
        this.places = places;
    }

    /** Begins with the place as it is, unless the client has it already. */
    SseEmitter listen(RoomId room, String userId, @Nullable Long lastEventId) throws IOException {
        return listen(room, new OfUser(room, userId, lastEventId));
    }

    @Override
    protected Optional<Long> stateOf(RoomId room) {
        return rooms.version(room);
    }

    /** What one user is told. The id of an event is the version of the room that it was made of. */
    private final class OfUser implements Source<Long> {

        private final RoomId room;
        private final String userId;
        private final AtomicLong version;
        private volatile @Nullable PlaceResponse told;
        private volatile long lookAgainAt = System.nanoTime();

        private OfUser(RoomId room, String userId, @Nullable Long lastEventId) {
            this.room = room;
            this.userId = userId;
            this.version = new AtomicLong(lastEventId == null ? -1 : lastEventId);
        }

        @Override
        public boolean hasNews(Long state) {
            return version.get() != state || System.nanoTime() - lookAgainAt >= 0;
        }

        @Override
        public Optional<SseEventBuilder> next(Long state, boolean quiet) {
            PlaceResponse place = places.of(room, userId, -1);
            lookAgainAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(place.pollAfterSeconds());
            boolean changed = version.getAndSet(state) != state && !place.equals(told);
            if (!changed && !quiet) {
                return Optional.empty();
            }
            told = place;
            return Optional.of(
                    SseEmitter.event().name("place").id(Long.toString(state)).data(place, MediaType.APPLICATION_JSON));
        }
    }
}
