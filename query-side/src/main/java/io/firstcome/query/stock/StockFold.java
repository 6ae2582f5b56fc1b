package io.firstcome.query.stock;

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
import io.firstcome.query.stock.StockState.Option;
import io.firstcome.query.stock.StockState.PreOrder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an event makes of a stock: the same for MySQL and for Redis, and what the aggregate counts, too. */
final class StockFold {

    private final List<Option> options;

    private StockFold(List<Option> options) {
        this.options = new ArrayList<>(options);
    }

    /**
     * The stock after an event.
     *
     * @throws IllegalStateException when the stock was not opened, or has no such option or pre-order
     * @throws IllegalArgumentException when its pieces would not add up
     */
    static StockState after(@Nullable StockState before, StockEvent event, long version) {
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

    private static List<Option> opening(StockOpened event) {
        return event.offers().stream()
                .map(offer -> new Option(offer.skuId().value(), StockCounts.NONE.receive(offer.quantity()), null))
                .toList();
    }

    private void apply(StockEvent event) {
        switch (event) {
            case StockOpened opened -> throw new IllegalStateException("A stock is opened once");
            case StockReceived received ->
                change(received.skuId(), false, pieces -> pieces.receive(received.quantity()));
            case StockHeld held -> held.lines().forEach(line -> change(line, pieces -> pieces.hold(line.quantity())));
            case StockReleased released ->
                released.lines().forEach(line -> change(line, pieces -> pieces.hold(-line.quantity())));
            case StockSold sold -> sold.lines().forEach(line -> change(line, pieces -> pieces.sell(line.quantity())));
            case StockReturned returned ->
                returned.lines()
                        .forEach(line ->
                                change(line.skuId(), line.preOrder(), pieces -> pieces.takeBack(line.quantity())));
            case PreOrderOpened opened -> open(opened);
            case PreOrderCancelled cancelled -> cancel(cancelled);
            case StockHoldRefused refused -> {}
            case SaleClosed closed -> {}
        }
    }

    /** A later pre-order offers its own quantity, and not what an earlier one left. */
    private void open(PreOrderOpened event) {
        int index = indexOf(event.skuId());
        PreOrder earlier = options.get(index).preOrder();
        StockCounts pieces =
                earlier == null ? StockCounts.NONE : earlier.pieces().withoutAvailable();
        set(
                index,
                new PreOrder(
                        pieces.receive(event.quantity()),
                        event.from().truncatedTo(ChronoUnit.MICROS),
                        event.until().truncatedTo(ChronoUnit.MICROS),
                        false));
    }

    private void cancel(PreOrderCancelled event) {
        int index = indexOf(event.skuId());
        PreOrder open = preOrder(options.get(index));
        set(index, new PreOrder(open.pieces().withoutAvailable(), open.from(), open.until(), true));
    }

    private void set(int index, PreOrder preOrder) {
        Option option = options.get(index);
        options.set(index, new Option(option.skuId(), option.pieces(), preOrder));
    }

    private void change(HeldLine line, UnaryOperator<StockCounts> change) {
        change(line.skuId(), line.preOrder(), change);
    }

    private void change(SkuId skuId, boolean preOrdered, UnaryOperator<StockCounts> change) {
        int index = indexOf(skuId);
        Option before = options.get(index);
        if (preOrdered) {
            PreOrder open = preOrder(before);
            set(index, new PreOrder(change.apply(open.pieces()), open.from(), open.until(), open.cancelled()));
        } else {
            options.set(index, new Option(before.skuId(), change.apply(before.pieces()), before.preOrder()));
        }
    }

    private static PreOrder preOrder(Option option) {
        PreOrder preOrder = option.preOrder();
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
