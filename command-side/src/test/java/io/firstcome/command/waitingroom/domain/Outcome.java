package io.firstcome.command.waitingroom.domain;

import io.firstcome.contract.RejectionCode;
import io.firstcome.events.waitingroom.RoomEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to.
 *
 * @param rejection why it was refused; null when it was not
 * @param events what was stored because of it
 * @param failed whether it ended in a fault, which stores nothing
 */
record Outcome(@Nullable RejectionCode rejection, List<RoomEvent> events, boolean failed) {

    static Outcome refused(RejectionCode code) {
        return new Outcome(code, List.of(), false);
    }

    static Outcome fault() {
        return new Outcome(null, List.of(), true);
    }

    static Outcome accepted(List<RoomEvent> events) {
        return new Outcome(null, List.copyOf(events), false);
    }
}
