package io.firstcome.command.stock.domain;

import io.firstcome.contract.RefusalCode;
import io.firstcome.events.stock.StockEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to.
 *
 * @param refusal why it was refused; null when it was not
 * @param events what was stored because of it
 * @param failed whether it ended in a fault, which stores nothing
 */
record Outcome(@Nullable RefusalCode refusal, List<StockEvent> events, boolean failed) {

    static Outcome refused(RefusalCode code) {
        return new Outcome(code, List.of(), false);
    }

    static Outcome accepted(StockEvent event) {
        return new Outcome(null, List.of(event), false);
    }

    static Outcome nothing() {
        return new Outcome(null, List.of(), false);
    }
}
