package io.firstcome.command.waitingroom.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomTerms;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A command to one waiting room. */
public sealed interface RoomCommand extends AggregateCommand {

    RoomId roomId();

    @Override
    default String aggregateId() {
        return roomId().toString();
    }

    @Override
    default RejectionCode whenUnknown() {
        return RoomErrorCode.ROOM_NOT_FOUND;
    }

    /** Makes a room that was planned. Emits {@code RoomCreated}. */
    record CreateRoom(@TargetAggregateIdentifier RoomId roomId, RoomTerms terms, Instant at) implements RoomCommand {}

    /**
     * Begins to let people in. Emits {@code RoomOpened}; it does nothing before the time. Idempotent.
     *
     * @param seed of SHUFFLE, the one that was committed to; null: of FIFO
     */
    record OpenRoom(
            @TargetAggregateIdentifier RoomId roomId,
            @Nullable String seed,
            Instant at) implements RoomCommand {}

    /**
     * Changes how many are let in. Answered with {@code RoomLimitsSet}; refused with {@code ROOM_CLOSED}.
     *
     * @param capacity 1 to {@value RoomLimits#MAX_CAPACITY}; null: as it is, like the others
     * @param admitPerMinute 1 to {@value RoomLimits#MAX_PER_MINUTE}
     * @param paused whether nobody is let in
     */
    record ChangeRoom(
            @TargetAggregateIdentifier RoomId roomId,
            @Nullable Integer capacity,
            @Nullable Integer admitPerMinute,
            @Nullable Boolean paused,
            Instant at)
            implements RoomCommand {

        public ChangeRoom {
            if (capacity != null) {
                RoomLimits.requireCapacity(capacity);
            }
            if (admitPerMinute != null) {
                RoomLimits.requirePerMinute(admitPerMinute);
            }
        }
    }

    /** Ends the room and all places in it. Answered with {@code RoomClosed}; refused with {@code ROOM_CLOSED}. */
    record CloseRoom(@TargetAggregateIdentifier RoomId roomId, Instant at) implements RoomCommand {}

    /**
     * Waits. Answered with {@code RoomEntered}, or with nothing when the user waits already, or is let in; refused with
     * {@code ROOM_CLOSED}.
     */
    record EnterRoom(@TargetAggregateIdentifier RoomId roomId, UserId userId, Instant at) implements RoomCommand {}

    /** Gives up a place. Answered with {@code PlaceEnded}, or with nothing when the user has none. */
    record LeaveRoom(@TargetAggregateIdentifier RoomId roomId, UserId userId, Instant at) implements RoomCommand {}

    /**
     * Ends the places whose time is over or that nobody uses, and lets in as many as both limits and the supply leave room for. Emits
     * {@code PlaceEnded} and {@code UserAdmitted}; without any supply {@code RoomSoldOut} when somebody waits; else nothing.
     *
     * @param supply how many pieces could still be had when they were counted, those that are held among them; 0 or more
     * @param endedBefore how many admissions had ended before the pieces were counted: each that has ended since may have taken one of
     *     them
     * @param noticedSince since when without a break it would have been noticed that somebody is there: no place is idle for longer
     */
    record AdmitUsers(
            @TargetAggregateIdentifier RoomId roomId, long supply, int endedBefore, Instant noticedSince, Instant at)
            implements RoomCommand {

        public AdmitUsers {
            if (supply < 0) {
                throw new IllegalArgumentException("supply is 0 or more");
            }
        }
    }

    /** Notes who was there. Emits {@code UsersSeen} of those who are let in; nothing when none of them is. */
    record NotePresence(@TargetAggregateIdentifier RoomId roomId, List<UserId> userIds, Instant at)
            implements RoomCommand {

        public NotePresence {
            userIds = List.copyOf(userIds);
        }
    }

    /**
     * Ends the places of users who are let in, because what they were for is done. Emits a {@code PlaceEnded} for each; where there is no
     * such place (any more) it does nothing.
     */
    record EndPlaces(@TargetAggregateIdentifier RoomId roomId, List<Use> uses) implements RoomCommand {

        public EndPlaces {
            uses = List.copyOf(uses);
        }

        /**
         * What a user was let in for.
         *
         * @param begunAt when it was begun: a place that is younger was not for it
         */
        public record Use(UserId userId, Instant begunAt, Instant doneAt) {}
    }
}
