package io.firstcome.axon.serialization;

import static io.firstcome.axon.serialization.EventExamples.AT;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockEvent.PreOrderCancelled;
import io.firstcome.events.stock.StockEvent.PreOrderOpened;
import io.firstcome.events.stock.StockEvent.SaleClosed;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import io.firstcome.events.stock.StockEvent.StockOpened;
import io.firstcome.events.stock.StockEvent.StockReceived;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.List;

/** The examples of the events of a stock. */
final class StockExamples {

    private static final StockId STOCK = new StockId("1");
    private static final SkuId RED = new SkuId("red");
    private static final SkuId BLUE = new SkuId("blue");
    private static final HoldId HOLD = new HoldId("o-1");
    private static final OrderId ORDER = new OrderId("o-1");
    private static final UserId USER = new UserId("007");
    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-22T00:00:00Z");
    private static final List<HeldLine> HELD =
            List.of(new HeldLine(RED, 2, false, 3_000_000_000L), new HeldLine(BLUE, 1, true, 0));

    static final List<EventExample> ALL = List.of(
            new EventExample(
                    "stock/StockOpened-1",
                    new StockOpened(
                            STOCK,
                            List.of(new Offer(RED, 3_000_000_000L, 100), new Offer(BLUE, 0, 0)),
                            FROM,
                            UNTIL,
                            3,
                            AT)),
            new EventExample(
                    "stock/StockOpened-1-least",
                    new StockOpened(STOCK, List.of(new Offer(new SkuId("1"), 1_000, 10)), null, null, null, AT)),
            new EventExample("stock/StockReceived-1", new StockReceived(STOCK, RED, 50, AT)),
            new EventExample(
                    "stock/StockHeld-1",
                    new StockHeld(STOCK, HOLD, ORDER, USER, HELD, Instant.parse("2026-11-20T09:30:00.123456Z"), AT)),
            new EventExample(
                    "stock/StockHoldRefused-1",
                    new StockHoldRefused(STOCK, HOLD, ORDER, USER, HoldRefusal.OUT_OF_STOCK, AT)),
            new EventExample("stock/StockReleased-1", new StockReleased(STOCK, HOLD, ORDER, USER, HELD, AT)),
            new EventExample("stock/StockSold-1", new StockSold(STOCK, HOLD, ORDER, USER, HELD, AT)),
            new EventExample(
                    "stock/StockReturned-1",
                    new StockReturned(
                            STOCK,
                            HOLD,
                            ORDER,
                            USER,
                            List.of(new StockLine(RED, 2, false), new StockLine(BLUE, 1, true)),
                            AT)),
            new EventExample("stock/SaleClosed-1", new SaleClosed(STOCK, AT)),
            new EventExample("stock/PreOrderOpened-1", new PreOrderOpened(STOCK, RED, 20, FROM, UNTIL, AT)),
            new EventExample("stock/PreOrderCancelled-1", new PreOrderCancelled(STOCK, RED, AT)));

    private StockExamples() {}
}
