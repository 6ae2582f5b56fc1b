package io.firstcome.query.stock.readmodel;

import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.StockEvent;
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
import io.firstcome.events.stock.StockLine;
import io.firstcome.query.stock.api.OptionStock;
import io.firstcome.query.stock.api.PreOrderStock;
import io.firstcome.query.stock.api.StockCounts;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an event makes of a stock: the same for MySQL and for Redis, and what the aggregate counts, too. */
public final class StockFold {

    private final List<OptionStock> options;

    private StockFold(List<OptionStock> options) {
        this.options = new ArrayList<>(options);
    }

    /**
     * The stock after an event.
     *
     * @throws IllegalStateException when the stock was not opened, or has no such option or pre-order
     * @throws IllegalArgumentException when its pieces would not add up
     */
    public static StockState after(@Nullable StockState before, StockEvent event, long version) {
        String id = event.stockId().value();
        if (event instanceof StockOpened opened) {
            return new StockState(id, opening(opened), version);
        }
        if (before == null) {
            throw new IllegalStateException("Stock " + id + " is changed but was never opened");
        }
        StockFold fold = new StockFold(before.options());
        fold.apply(event);
        return new StockState(id, fold.options, version);
    }

    private static List<OptionStock> opening(StockOpened event) {
        return event.offers().stream()
                .map(offer -> new OptionStock(
                        offer.skuId().value(), new StockCounts(offer.quantity(), offer.quantity(), 0, 0), null))
                .toList();
    }

    private void apply(StockEvent event) {
        switch (event) {
            case StockOpened opened -> throw new IllegalStateException("A stock is opened once");
            case StockReceived received ->
                change(received.skuId(), false, pieces -> receive(pieces, received.quantity()));
            case StockHeld held -> held.lines().forEach(line -> change(line, pieces -> hold(pieces, line.quantity())));
            case StockReleased released ->
                released.lines().forEach(line -> change(line, pieces -> hold(pieces, -line.quantity())));
            case StockSold sold -> sold.lines().forEach(line -> change(line, pieces -> sell(pieces, line.quantity())));
            case StockReturned returned -> returned.lines().forEach(this::takeBack);
            case PreOrderOpened opened -> open(opened);
            case PreOrderCancelled cancelled -> cancel(cancelled);
            case StockHoldRefused refused -> {}
            case SaleClosed closed -> {}
        }
    }

    private static StockCounts receive(StockCounts before, long quantity) {
        return new StockCounts(
                before.received() + quantity, before.available() + quantity, before.held(), before.sold());
    }

    private static StockCounts hold(StockCounts before, long quantity) {
        return new StockCounts(
                before.received(), before.available() - quantity, before.held() + quantity, before.sold());
    }

    private static StockCounts sell(StockCounts before, long quantity) {
        return new StockCounts(
                before.received(), before.available(), before.held() - quantity, before.sold() + quantity);
    }

    private static StockCounts withoutAvailable(StockCounts before) {
        return new StockCounts(before.held() + before.sold(), 0, before.held(), before.sold());
    }

    private void takeBack(StockLine line) {
        long quantity = line.quantity();
        change(
                line.skuId(),
                line.preOrder(),
                before -> new StockCounts(
                        before.received(), before.available() + quantity, before.held(), before.sold() - quantity));
    }

    /** A later pre-order offers its own quantity, and not what an earlier one left. */
    private void open(PreOrderOpened event) {
        int index = indexOf(event.skuId());
        OptionStock option = options.get(index);
        PreOrderStock earlier = option.preOrder();
        StockCounts pieces = earlier == null ? StockCounts.NONE : withoutAvailable(earlier.pieces());
        PreOrderStock opened = new PreOrderStock(
                receive(pieces, event.quantity()),
                event.from().truncatedTo(ChronoUnit.MICROS),
                event.until().truncatedTo(ChronoUnit.MICROS),
                false);
        options.set(index, new OptionStock(option.skuId(), option.pieces(), opened));
    }

    private void cancel(PreOrderCancelled event) {
        int index = indexOf(event.skuId());
        OptionStock option = options.get(index);
        PreOrderStock open = preOrder(option);
        PreOrderStock cancelled = new PreOrderStock(withoutAvailable(open.pieces()), open.from(), open.until(), true);
        options.set(index, new OptionStock(option.skuId(), option.pieces(), cancelled));
    }

    private void change(HeldLine line, UnaryOperator<StockCounts> change) {
        change(line.skuId(), line.preOrder(), change);
    }

    private void change(SkuId skuId, boolean preOrdered, UnaryOperator<StockCounts> change) {
        int index = indexOf(skuId);
        OptionStock before = options.get(index);
        if (preOrdered) {
            PreOrderStock preOrder = preOrder(before);
            PreOrderStock changed = new PreOrderStock(
                    change.apply(preOrder.pieces()), preOrder.from(), preOrder.until(), preOrder.cancelled());
            options.set(index, new OptionStock(before.skuId(), before.pieces(), changed));
        } else {
            options.set(index, new OptionStock(before.skuId(), change.apply(before.pieces()), before.preOrder()));
        }
    }

    private static PreOrderStock preOrder(OptionStock option) {
        PreOrderStock preOrder = option.preOrder();
        if (preOrder == null) {
            throw new IllegalStateException("Option " + option.skuId() + " has no pre-order");
        }
        return preOrder;
    }

    private int indexOf(SkuId skuId) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).skuId().equals(skuId.value())) {
                return i;
            }
        }
        throw new IllegalStateException("The stock has no option " + skuId);
    }
}
