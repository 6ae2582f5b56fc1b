package io.firstcome.command.process;

import static io.firstcome.command.process.ShopLedger.require;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockOpened;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all events say together of the stocks: received = available + held + sold, at each of them. */
final class StockLedger {

    private enum State {
        HELD,
        SOLD,
        GONE
    }

    private record Hold(StockId stock, HoldId hold, OrderId order) {}

    private final Map<StockId, Integer> received = new HashMap<>();
    private final Map<StockId, Integer> taken = new HashMap<>();
    private final Map<Hold, State> holds = new LinkedHashMap<>();
    private final Map<Hold, Integer> pieces = new HashMap<>();

    void write(Object event) {
        switch (event) {
            case StockOpened opened ->
                received.put(
                        opened.stockId(),
                        opened.offers().stream()
                                .mapToInt(offer -> offer.quantity())
                                .sum());
            case StockHeld held -> {
                Hold hold = new Hold(held.stockId(), held.holdId(), held.orderId());
                require(holds.put(hold, State.HELD) == null, "held twice", event);
                pieces.put(
                        hold, held.lines().stream().mapToInt(HeldLine::quantity).sum());
                take(held.stockId(), pieces.get(hold), event);
            }
            case StockReleased released
            when released.lines().isEmpty() -> {
                Hold hold = new Hold(released.stockId(), released.holdId(), released.orderId());
                require(holds.put(hold, State.GONE) == null, "held, and given back without its pieces", event);
            }
            case StockReleased released ->
                end(new Hold(released.stockId(), released.holdId(), released.orderId()), State.HELD, event);
            case StockReturned returned ->
                end(new Hold(returned.stockId(), returned.holdId(), returned.orderId()), State.SOLD, event);
            case StockSold sold -> {
                Hold hold = new Hold(sold.stockId(), sold.holdId(), sold.orderId());
                require(holds.put(hold, State.SOLD) == State.HELD, "sold, but not held", event);
            }
            default -> {
                // Not of a stock, or nothing that changes its pieces here.
            }
        }
    }

    private void end(Hold hold, State before, Object event) {
        require(holds.put(hold, State.GONE) == before, "given back, but not " + before, event);
        take(hold.stock(), -pieces.getOrDefault(hold, 0), event);
    }

    private void take(StockId stock, int quantity, Object event) {
        int all = taken.merge(stock, quantity, Integer::sum);
        require(all >= 0 && all <= received.getOrDefault(stock, 0), "oversold: " + all, event);
    }

    /** All its lines are sold, under one reservation of each stock, and nothing else of it is held. */
    void requireSold(OrderId order, List<OrderLine> lines) {
        Map<StockId, Integer> expected = new HashMap<>();
        lines.stream()
                .filter(line -> line.dateId() == null)
                .forEach(line -> expected.merge(StockId.of(line.productId()), line.quantity(), Integer::sum));
        Map<StockId, Integer> sold = new HashMap<>();
        holds.forEach((hold, state) -> {
            if (hold.order().equals(order)) {
                require(state != State.HELD, "still held", hold);
                if (state == State.SOLD) {
                    sold.merge(hold.stock(), pieces.getOrDefault(hold, 0), Integer::sum);
                }
            }
        });
        require(sold.equals(expected), "sold " + sold + " instead of " + expected, order);
    }

    void requireNothingOf(OrderId order) {
        holds.forEach(
                (hold, state) -> require(state == State.GONE || !hold.order().equals(order), "still " + state, hold));
    }
}
