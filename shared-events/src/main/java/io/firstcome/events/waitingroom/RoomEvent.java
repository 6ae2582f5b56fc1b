package io.firstcome.events.waitingroom;

import io.firstcome.events.AboutUser;
import io.firstcome.events.NotConsumed;
import io.firstcome.events.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The family of events of one waiting room: who came, in which order, who was let in and until when. */
public sealed interface RoomEvent {

    RoomId roomId();

    /** A room stands in front of what it protects. Nobody is let in before {@code RoomOpened}. */
    @Revision("1")
    @NotConsumed("Each node follows the rooms on the tail, since every command to what they protect asks them")
    record RoomCreated(RoomId roomId, RoomTerms terms, Instant createdAt) implements RoomEvent {}

    /**
     * From now on people are let in.
     *
     * @param seed of SHUFFLE: by it {@link Shuffle} orders those who have come; its SHA-256 is the commitment. Null: of FIFO
     */
    @Revision("1")
    @NotConsumed("As RoomCreated")
    record RoomOpened(RoomId roomId, @Nullable String seed, Instant openedAt) implements RoomEvent {}

    /** An operator has changed how many are let in; all of them as they are from now on. */
    @Revision("1")
    @NotConsumed("As RoomCreated")
    record RoomLimitsSet(RoomId roomId, int capacity, int admitPerMinute, boolean paused, Instant setAt)
            implements RoomEvent {}

    /**
     * A user waits.
     *
     * @param entry 1 for the first who ever came to this room, without holes: the order in which people came
     */
    @Revision("1")
    @NotConsumed("As RoomCreated")
    record RoomEntered(RoomId roomId, UserId userId, int entry, Instant enteredAt) implements RoomEvent, AboutUser {}

    /**
     * A user who waited is let in.
     *
     * @param admission 1 for the first admission of this room, without holes
     */
    @Revision("1")
    @NotConsumed("As RoomCreated")
    record UserAdmitted(RoomId roomId, UserId userId, int admission, Instant admittedAt, Instant expiresAt)
            implements RoomEvent, AboutUser {}

    /** These users, who are let in, have been there: their places are not idle. */
    @Revision("1")
    @NotConsumed("The room itself finds idle places by it")
    record UsersSeen(RoomId roomId, List<UserId> userIds, Instant seenAt) implements RoomEvent {

        public UsersSeen {
            userIds = List.copyOf(userIds);
        }
    }

    /** One place has ended, of who waited ({@code LEFT}) or was let in. */
    @Revision("1")
    @NotConsumed("As RoomCreated")
    record PlaceEnded(RoomId roomId, UserId userId, PlaceEnd reason, Instant endedAt) implements RoomEvent, AboutUser {}

    /** Nothing of what the room protects can be had any more: nobody waits any more. */
    @Revision("1")
    @NotConsumed("As RoomCreated")
    record RoomSoldOut(RoomId roomId, Instant soldOutAt) implements RoomEvent {}

    /** The room is gone, with all places in it; what it protects is open to all. Consumed by the process that ends its protection. */
    @Revision("1")
    record RoomClosed(RoomId roomId, Instant closedAt) implements RoomEvent {}
}
