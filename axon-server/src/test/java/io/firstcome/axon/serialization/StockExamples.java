package io.firstcome.axon.serialization;

import static io.firstcome.axon.serialization.EventExamples.AT;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.PreOrderCancelled;
import io.firstcome.events.stock.PreOrderOpened;
import io.firstcome.events.stock.SaleClosed;
import io.firstcome.events.stock.StockHeld;
import io.firstcome.events.stock.StockHoldRefused;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import io.firstcome.events.stock.StockOpened;
import io.firstcome.events.stock.StockReceived;
import io.firstcome.events.stock.StockReleased;
import io.firstcome.events.stock.StockReturned;
import io.firstcome.events.stock.StockSold;
import java.time.Instant;
import java.util.List;

/** The examples of the events of a stock. */
final class StockExamples {

    static final List<EventExample> ALL = List.of(
            new EventExample(
                    "stock/StockOpened-1",
                    new StockOpened(
                            new StockId("1"),
                            List.of(
                                    new Offer(new SkuId("red"), 3_000_000_000L, 100),
                                    new Offer(new SkuId("blue"), 0, 0)),
                            Instant.parse("2026-11-21T00:00:00Z"),
                            Instant.parse("2026-11-22T00:00:00Z"),
                            3,
                            AT)),
            new EventExample(
                    "stock/StockOpened-1-least",
                    new StockOpened(
                            new StockId("1"), List.of(new Offer(new SkuId("1"), 1_000, 10)), null, null, null, AT)),
            new EventExample("stock/StockReceived-1", new StockReceived(new StockId("1"), new SkuId("red"), 50, AT)),
            new EventExample(
                    "stock/StockHeld-1",
                    new StockHeld(
                            new StockId("1"),
                            new HoldId("o-1"),
                            new OrderId("o-1"),
                            new UserId("007"),
                            List.of(
                                    new HeldLine(new SkuId("red"), 2, false, 3_000_000_000L),
                                    new HeldLine(new SkuId("blue"), 1, true, 0)),
                            Instant.parse("2026-11-20T09:30:00.123456Z"),
                            AT)),
            new EventExample(
                    "stock/StockHoldRefused-1",
                    new StockHoldRefused(
                            new StockId("1"),
                            new HoldId("o-1"),
                            new OrderId("o-1"),
                            new UserId("007"),
                            HoldRefusal.OUT_OF_STOCK,
                            AT)),
            new EventExample(
                    "stock/StockReleased-1",
                    new StockReleased(
                            new StockId("1"),
                            new HoldId("o-1"),
                            new OrderId("o-1"),
                            new UserId("007"),
                            List.of(
                                    new HeldLine(new SkuId("red"), 2, false, 3_000_000_000L),
                                    new HeldLine(new SkuId("blue"), 1, true, 0)),
                            AT)),
            new EventExample(
                    "stock/StockSold-1",
                    new StockSold(
                            new StockId("1"),
                            new HoldId("o-1"),
                            new OrderId("o-1"),
                            new UserId("007"),
                            List.of(
                                    new HeldLine(new SkuId("red"), 2, false, 3_000_000_000L),
                                    new HeldLine(new SkuId("blue"), 1, true, 0)),
                            AT)),
            new EventExample(
                    "stock/StockReturned-1",
                    new StockReturned(
                            new StockId("1"),
                            new HoldId("o-1"),
                            new OrderId("o-1"),
                            new UserId("007"),
                            List.of(
                                    new StockLine(new SkuId("red"), 2, false),
                                    new StockLine(new SkuId("blue"), 1, true)),
                            AT)),
            new EventExample("stock/SaleClosed-1", new SaleClosed(new StockId("1"), AT)),
            new EventExample(
                    "stock/PreOrderOpened-1",
                    new PreOrderOpened(
                            new StockId("1"),
                            new SkuId("red"),
                            20,
                            Instant.parse("2026-11-21T00:00:00Z"),
                            Instant.parse("2026-11-22T00:00:00Z"),
                            AT)),
            new EventExample(
                    "stock/PreOrderCancelled-1", new PreOrderCancelled(new StockId("1"), new SkuId("red"), AT)));

    private StockExamples() {}
}
