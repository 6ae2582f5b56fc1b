package io.firstcome.command.stock;

import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockOpened;
import io.firstcome.events.stock.StockEvent.StockReceived;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import java.util.ArrayList;
import java.util.List;

/**
 * What the events of a stock with one option add up to: received = available + held + sold after each of them.
 *
 * @param violations at which event something was negative
 */
record Tally(long received, long held, long sold, List<String> violations) {

    static Tally of(List<StockEvent> events) {
        Tally tally = new Tally(0, 0, 0, new ArrayList<>());
        for (StockEvent event : events) {
            tally = tally.after(event);
            if (tally.available() < 0 || tally.held() < 0 || tally.sold() < 0) {
                tally.violations().add(tally.available() + " available after " + event);
            }
        }
        return tally;
    }

    long available() {
        return received - held - sold;
    }

    private Tally after(StockEvent event) {
        return switch (event) {
            case StockOpened opened -> plus(opened.offers().getFirst().quantity(), 0, 0);
            case StockReceived more -> plus(more.quantity(), 0, 0);
            case StockHeld hold -> plus(0, pieces(hold.lines()), 0);
            case StockReleased release -> plus(0, -pieces(release.lines()), 0);
            case StockSold sale -> plus(0, -pieces(sale.lines()), pieces(sale.lines()));
            case StockReturned back ->
                plus(
                        0,
                        0,
                        -back.lines().stream().mapToInt(line -> line.quantity()).sum());
            default -> this;
        };
    }

    private Tally plus(long moreReceived, long moreHeld, long moreSold) {
        return new Tally(received + moreReceived, held + moreHeld, sold + moreSold, violations);
    }

    private static int pieces(List<HeldLine> lines) {
        return lines.stream().mapToInt(HeldLine::quantity).sum();
    }
}
