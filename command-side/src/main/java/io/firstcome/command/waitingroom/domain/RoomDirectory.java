package io.firstcome.command.waitingroom.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.waitingroom.api.RoomDirectoryCommand.EndProtection;
import io.firstcome.command.waitingroom.api.RoomDirectoryCommand.PlanRoom;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.ProtectionEnded;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.RoomPlanned;
import io.firstcome.events.waitingroom.RoomDirectoryId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** All rooms. Always: no thing is behind two rooms, and no two rooms have ever had the same id. */
@Revision("1")
@AggregateRoot(type = RoomDirectoryId.TYPE)
public final class RoomDirectory {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable RoomDirectoryId directoryId;

    private Set<String> everPlanned = new HashSet<>();

    /** What each room that is not closed protects. */
    private Map<String, List<ProtectedItem>> protectedBy = new HashMap<>();

    /** For Axon, which then replays the events. */
    RoomDirectory() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RoomPlanned handle(PlanRoom command) {
        if (everPlanned.contains(command.roomId().value())) {
            throw new RejectedException(RoomErrorCode.ROOM_EXISTS);
        }
        if (command.terms().protects().stream().anyMatch(this::isProtected)) {
            throw new RejectedException(RoomErrorCode.ALREADY_PROTECTED);
        }
        RoomPlanned planned = new RoomPlanned(command.roomId(), command.terms(), command.at());
        apply(planned);
        return planned;
    }

    private boolean isProtected(ProtectedItem item) {
        return protectedBy.values().stream().anyMatch(items -> items.contains(item));
    }

    @CommandHandler
    void handle(EndProtection command) {
        if (protectedBy.containsKey(command.roomId().value())) {
            apply(new ProtectionEnded(command.roomId(), command.at()));
        }
    }

    @EventSourcingHandler
    void on(RoomPlanned event) {
        directoryId = RoomDirectoryId.ALL;
        everPlanned.add(event.roomId().value());
        protectedBy.put(event.roomId().value(), event.terms().protects());
    }

    @EventSourcingHandler
    void on(ProtectionEnded event) {
        protectedBy.remove(event.roomId().value());
    }
}
