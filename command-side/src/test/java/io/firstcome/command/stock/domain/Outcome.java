package io.firstcome.command.stock.domain;

import io.firstcome.contract.RejectionCode;
import io.firstcome.events.stock.StockEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to.
 *
 * @param rejection why it was refused; null when it was not
 * @param events what was stored because of it
 * @param failed whether it ended in a fault, which stores nothing
 */
record Outcome(@Nullable RejectionCode rejection, List<StockEvent> events, boolean failed) {

    static Outcome refused(RejectionCode code) {
        return new Outcome(code, List.of(), false);
    }

    static Outcome accepted(StockEvent event) {
        return new Outcome(null, List.of(event), false);
    }

    static Outcome nothing() {
        return new Outcome(null, List.of(), false);
    }
}
