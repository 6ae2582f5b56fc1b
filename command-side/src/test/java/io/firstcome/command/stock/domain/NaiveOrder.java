package io.firstcome.command.stock.domain;

import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.command.stock.api.StockCommand.ReleaseStock;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One hold as the naive stock keeps it: what was asked for, what was had, what of it came back. */
final class NaiveOrder {

    enum State {
        HELD,
        REFUSED,
        RELEASED,
        SOLD,
        RETURNED
    }

    final HoldStock asked;
    List<HeldLine> lines = List.of();
    List<StockLine> back = List.of();
    State state = State.REFUSED;

    NaiveOrder(HoldStock asked) {
        this.asked = asked;
    }

    /** One that had ended before it was asked for. */
    static NaiveOrder neverHeld(ReleaseStock release) {
        return new NaiveOrder(new HoldStock(
                release.stockId(),
                release.holdId(),
                release.orderId(),
                release.userId(),
                List.of(new StockLine(Sale.MUG, 1, false)),
                release.at(),
                release.at()));
    }

    StockReleased released(Instant at) {
        state = State.RELEASED;
        return new StockReleased(asked.stockId(), asked.holdId(), asked.orderId(), asked.userId(), lines, at);
    }

    StockSold sold(Instant at) {
        state = State.SOLD;
        return new StockSold(asked.stockId(), asked.holdId(), asked.orderId(), asked.userId(), lines, at);
    }

    boolean is(String holdId) {
        return asked.holdId().value().equals(holdId);
    }

    boolean isOf(String user) {
        return asked.userId().value().equals(user);
    }

    /** What it has of these pieces; null stands for any. */
    long pieces(@Nullable SkuId sku, @Nullable Boolean preOrder) {
        if (state == State.RELEASED || state == State.REFUSED) {
            return 0;
        }
        long had = lines.stream()
                .filter(line -> matches(sku, preOrder, line.skuId(), line.preOrder()))
                .mapToLong(HeldLine::quantity)
                .sum();
        long gaveBack = back.stream()
                .filter(line -> matches(sku, preOrder, line.skuId(), line.preOrder()))
                .mapToLong(StockLine::quantity)
                .sum();
        return had - gaveBack;
    }

    private static boolean matches(@Nullable SkuId sku, @Nullable Boolean preOrder, SkuId ofLine, boolean preOrdered) {
        return (sku == null || sku.equals(ofLine)) && (preOrder == null || preOrder == preOrdered);
    }

    /** Lines of the same pieces as one. */
    static List<StockLine> together(List<StockLine> lines) {
        List<StockLine> sums = new ArrayList<>();
        for (StockLine line : lines) {
            if (sums.stream().noneMatch(sum -> same(sum, line))) {
                int quantity = lines.stream()
                        .filter(other -> same(other, line))
                        .mapToInt(StockLine::quantity)
                        .sum();
                sums.add(new StockLine(line.skuId(), quantity, line.preOrder()));
            }
        }
        return sums;
    }

    private static boolean same(StockLine a, StockLine b) {
        return a.skuId().equals(b.skuId()) && a.preOrder() == b.preOrder();
    }

    static long price(OpenStock rules, StockLine line) {
        return rules.offers().stream()
                .filter(offer -> offer.skuId().equals(line.skuId()))
                .mapToLong(Offer::price)
                .sum();
    }
}
