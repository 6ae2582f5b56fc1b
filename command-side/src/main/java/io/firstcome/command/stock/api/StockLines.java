package io.firstcome.command.stock.api;

import io.firstcome.events.stock.StockLine;
import java.util.List;

/** What must be true of the lines of a command. */
final class StockLines {

    private StockLines() {}

    static void requireValid(List<StockLine> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines are one or more");
        }
        if (lines.stream().anyMatch(line -> line.quantity() < 1)) {
            throw new IllegalArgumentException("quantity is 1 or more");
        }
    }
}
