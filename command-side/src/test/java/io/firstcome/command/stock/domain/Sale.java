package io.firstcome.command.stock.domain;

import io.firstcome.command.stock.api.StockCommand.CloseSale;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.OpenPreOrder;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.command.stock.api.StockCommand.ReceiveStock;
import io.firstcome.command.stock.api.StockCommand.ReleaseStock;
import io.firstcome.command.stock.api.StockCommand.ReturnStock;
import io.firstcome.command.stock.api.StockCommand.SellStock;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sale for tests: the usual one, and what a test changes in it. All of them are of product mug, orders are held by their own name. */
record Sale(
        List<Offer> offers,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Integer limitPerUser) {

    static final StockId ID = new StockId("mug");
    static final SkuId MUG = new SkuId("mug");
    static final SkuId RED = new SkuId("red");
    static final SkuId BLUE = new SkuId("blue");
    static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    static final Duration TICK = Duration.ofNanos(1_000);
    static final Duration HOLD = Duration.ofMinutes(30);
    static final long PRICE = 12_000;

    /** A product without options. */
    static Sale of(int quantity) {
        return new Sale(List.of(new Offer(MUG, PRICE, quantity)), null, null, null);
    }

    static Sale ofRedAndBlue(int red, int blue) {
        return new Sale(List.of(new Offer(RED, PRICE, red), new Offer(BLUE, PRICE + 500, blue)), null, null, null);
    }

    Sale window(@Nullable Instant begin, @Nullable Instant end) {
        return new Sale(offers, begin, end, limitPerUser);
    }

    Sale limitPerUser(int limit) {
        return new Sale(offers, from, until, limit);
    }

    OpenStock open() {
        return new OpenStock(ID, offers, from, until, limitPerUser, NOW);
    }

    StockOpened opened() {
        return new StockOpened(ID, offers, from, until, limitPerUser, NOW);
    }

    static StockLine line(SkuId sku, int quantity) {
        return new StockLine(sku, quantity, false);
    }

    static StockLine preOrdered(SkuId sku) {
        return new StockLine(sku, 1, true);
    }

    static HeldLine heldLine(SkuId sku, int quantity) {
        return new HeldLine(sku, quantity, false, sku.equals(BLUE) ? PRICE + 500 : PRICE);
    }

    static HeldLine heldPreOrder(SkuId sku) {
        return new HeldLine(sku, 1, true, sku.equals(BLUE) ? PRICE + 500 : PRICE);
    }

    static HoldStock hold(String order, String user, StockLine... lines) {
        return hold(order, user, NOW, lines);
    }

    static HoldStock hold(String order, String user, Instant at, StockLine... lines) {
        return new HoldStock(
                ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(lines), at.plus(HOLD), at);
    }

    static StockHeld held(String order, String user, HeldLine... lines) {
        return held(order, user, NOW, lines);
    }

    static StockHeld held(String order, String user, Instant at, HeldLine... lines) {
        return new StockHeld(
                ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(lines), at.plus(HOLD), at);
    }

    static StockHoldRefused refused(String order, String user, HoldRefusal reason) {
        return refused(order, user, reason, NOW);
    }

    static StockHoldRefused refused(String order, String user, HoldRefusal reason, Instant at) {
        return new StockHoldRefused(ID, new HoldId(order), new OrderId(order), new UserId(user), reason, at);
    }

    static ReleaseStock release(String order, String user) {
        return new ReleaseStock(ID, new HoldId(order), new OrderId(order), new UserId(user), NOW);
    }

    static StockReleased released(String order, String user, HeldLine... lines) {
        return new StockReleased(ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(lines), NOW);
    }

    static SellStock sell(String order) {
        return new SellStock(ID, new HoldId(order), NOW);
    }

    static StockSold sold(String order, String user, HeldLine... lines) {
        return new StockSold(ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(lines), NOW);
    }

    static ReturnStock takeBack(String order, String user, StockLine... lines) {
        return new ReturnStock(ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(lines), NOW);
    }

    static StockReturned returned(String order, String user, StockLine... lines) {
        return new StockReturned(ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(lines), NOW);
    }

    static ReceiveStock receive(@Nullable SkuId sku, int quantity) {
        return new ReceiveStock(ID, sku, quantity, NOW);
    }

    static StockReceived received(SkuId sku, int quantity) {
        return new StockReceived(ID, sku, quantity, NOW);
    }

    static CloseSale close() {
        return new CloseSale(ID, NOW);
    }

    static SaleClosed closed() {
        return new SaleClosed(ID, NOW);
    }

    static OpenPreOrder openPreOrder(@Nullable SkuId sku, int quantity, Instant begin, Instant end) {
        return new OpenPreOrder(ID, sku, quantity, begin, end, NOW);
    }

    static PreOrderOpened preOrderOpened(SkuId sku, int quantity, Instant begin, Instant end) {
        return new PreOrderOpened(ID, sku, quantity, begin, end, NOW);
    }

    static PreOrderCancelled preOrderCancelled(SkuId sku) {
        return new PreOrderCancelled(ID, sku, NOW);
    }
}
