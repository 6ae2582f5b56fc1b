package io.firstcome.command.waitingroom.domain;

import io.firstcome.command.MemoryAxon;
import io.firstcome.command.MemoryAxon.Decision;
import io.firstcome.command.waitingroom.api.RoomCommand;
import io.firstcome.events.waitingroom.RoomEvent;
import io.firstcome.events.waitingroom.RoomId;
import java.util.function.UnaryOperator;

/** The aggregate, loaded from its events, or its snapshot and the events after it, at every command. */
final class AxonRooms implements Rooms {

    private final MemoryAxon axon;

    AxonRooms() {
        this(UnaryOperator.identity());
    }

    /** @param tampering what happens to the JSON of a snapshot before it is read */
    AxonRooms(UnaryOperator<String> tampering) {
        axon = new MemoryAxon(WaitingRoom.class, tampering);
    }

    @Override
    public Outcome send(RoomCommand command) {
        Decision decision = axon.attempt(command);
        return new Outcome(decision.rejection(), decision.events(RoomEvent.class), decision.fault() != null);
    }

    /** Makes a snapshot of the room, if there is one, as the snapshotter does. */
    void snapshot() {
        axon.snapshot(RoomId.TYPE, TestRoom.ID.toString());
    }
}
