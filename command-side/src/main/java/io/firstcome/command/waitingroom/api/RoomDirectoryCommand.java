package io.firstcome.command.waitingroom.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.waitingroom.RoomDirectoryId;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomTerms;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command to the one list of all rooms. */
public sealed interface RoomDirectoryCommand extends AggregateCommand {

    RoomId roomId();

    @Override
    default String aggregateId() {
        return directoryId().toString();
    }

    @TargetAggregateIdentifier
    default RoomDirectoryId directoryId() {
        return RoomDirectoryId.ALL;
    }

    @Override
    default RejectionCode whenUnknown() {
        return RoomErrorCode.ROOM_NOT_FOUND;
    }

    /**
     * Has a room made in front of what it protects. Answered with {@code RoomPlanned}; refused with {@code ROOM_EXISTS} and
     * {@code ALREADY_PROTECTED}. A process makes the room.
     *
     * @param terms within the limits of {@link RoomLimits}
     */
    record PlanRoom(RoomId roomId, RoomTerms terms, Instant at) implements RoomDirectoryCommand {

        public PlanRoom {
            RoomLimits.require(terms);
        }
    }

    /** Lets what the closed room protected be behind another one. Idempotent. */
    record EndProtection(RoomId roomId, Instant at) implements RoomDirectoryCommand {}
}
