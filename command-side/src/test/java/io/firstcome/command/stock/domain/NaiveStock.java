package io.firstcome.command.stock.domain;

import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.command.stock.api.StockCommand.CancelPreOrder;
import io.firstcome.command.stock.api.StockCommand.CloseSale;
import io.firstcome.command.stock.api.StockCommand.CountStock;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.OpenPreOrder;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.command.stock.api.StockCommand.ReceiveStock;
import io.firstcome.command.stock.api.StockCommand.ReleaseStock;
import io.firstcome.command.stock.api.StockCommand.ReturnStock;
import io.firstcome.command.stock.api.StockCommand.SellStock;
import io.firstcome.contract.StockErrorCode;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockEvent.PreOrderCancelled;
import io.firstcome.events.stock.StockEvent.PreOrderOpened;
import io.firstcome.events.stock.StockEvent.SaleClosed;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import io.firstcome.events.stock.StockEvent.StockOpened;
import io.firstcome.events.stock.StockEvent.StockReceived;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stock as product.md tells it, in the plainest way: all holds there ever were, counted anew for every decision. */
class NaiveStock implements Stocks {

    @Nullable
    OpenStock sale;

    boolean closed;
    final Map<SkuId, Integer> received = new LinkedHashMap<>();
    final Map<SkuId, OpenPreOrder> preOrders = new HashMap<>();
    final Map<SkuId, Long> preOrderable = new HashMap<>();
    final List<NaiveOrder> orders = new ArrayList<>();

    @Override
    public Outcome send(StockCommand command) {
        if (command instanceof OpenStock open) {
            return open(open);
        }
        if (sale == null) {
            return Outcome.refused(StockErrorCode.PRODUCT_NOT_FOUND);
        }
        return switch (command) {
            case OpenStock open -> open(open);
            case ReceiveStock receive -> receive(receive);
            case HoldStock hold -> decidedBefore(hold) ? Outcome.nothing() : hold(sale, hold);
            case ReleaseStock release -> release(release);
            case SellStock sell -> sell(order(sell.holdId().value()), sell.at());
            case ReturnStock takeBack -> takeBack(order(takeBack.holdId().value()), takeBack);
            case CloseSale close -> close(close);
            case OpenPreOrder open -> openPreOrder(open);
            case CancelPreOrder cancel -> cancelPreOrder(cancel);
            case CountStock count -> Outcome.nothing();
        };
    }

    private Outcome open(OpenStock open) {
        if (sale != null) {
            return Outcome.nothing();
        }
        sale = open;
        open.offers().forEach(offer -> received.put(offer.skuId(), offer.quantity()));
        return Outcome.accepted(new StockOpened(
                open.stockId(), open.offers(), open.saleFrom(), open.saleUntil(), open.limitPerUser(), open.at()));
    }

    private Outcome receive(ReceiveStock receive) {
        SkuId sku = sku(receive.skuId());
        if (sku == null) {
            return Outcome.refused(StockErrorCode.SKU_NOT_FOUND);
        }
        received.merge(sku, receive.quantity(), Integer::sum);
        return Outcome.accepted(new StockReceived(receive.stockId(), sku, receive.quantity(), receive.at()));
    }

    /** The one that is named, or the only one there is. */
    private @Nullable SkuId sku(@Nullable SkuId named) {
        SkuId sku = named == null && received.size() == 1
                ? received.keySet().iterator().next()
                : named;
        return sku != null && received.containsKey(sku) ? sku : null;
    }

    private Outcome close(CloseSale close) {
        if (closed) {
            return Outcome.nothing();
        }
        closed = true;
        return Outcome.accepted(new SaleClosed(close.stockId(), close.at()));
    }

    private Outcome openPreOrder(OpenPreOrder open) {
        SkuId sku = sku(open.skuId());
        if (sku == null) {
            return Outcome.refused(StockErrorCode.SKU_NOT_FOUND);
        }
        if (preOrders.containsKey(sku)) {
            return Outcome.refused(StockErrorCode.PRE_ORDER_EXISTS);
        }
        preOrders.put(sku, open);
        preOrderable.put(sku, open.quantity() + taken(sku, true));
        return Outcome.accepted(
                new PreOrderOpened(open.stockId(), sku, open.quantity(), open.from(), open.until(), open.at()));
    }

    private Outcome cancelPreOrder(CancelPreOrder cancel) {
        SkuId sku = sku(cancel.skuId());
        if (sku == null) {
            return Outcome.refused(StockErrorCode.SKU_NOT_FOUND);
        }
        if (preOrders.remove(sku) == null) {
            return Outcome.refused(StockErrorCode.PRE_ORDER_NOT_FOUND);
        }
        return Outcome.accepted(new PreOrderCancelled(cancel.stockId(), sku, cancel.at()));
    }

    private Outcome hold(OpenStock rules, HoldStock hold) {
        NaiveOrder order = new NaiveOrder(hold);
        HoldRefusal refusal = refusal(rules, hold);
        if (refusal != null) {
            onRefused(order);
            orders.add(order);
            return Outcome.accepted(new StockHoldRefused(
                    hold.stockId(), hold.holdId(), hold.orderId(), hold.userId(), refusal, hold.at()));
        }
        order.state = NaiveOrder.State.HELD;
        order.lines = heldLines(rules, hold);
        orders.add(order);
        return Outcome.accepted(new StockHeld(
                hold.stockId(),
                hold.holdId(),
                hold.orderId(),
                hold.userId(),
                order.lines,
                hold.heldUntil(),
                hold.at()));
    }

    private @Nullable HoldRefusal refusal(OpenStock rules, HoldStock hold) {
        List<StockLine> lines = together(hold.lines());
        if (!lines.stream().allMatch(line -> received.containsKey(line.skuId()))) {
            return HoldRefusal.SKU_NOT_FOUND;
        }
        if (isClosed() || lines.stream().anyMatch(line -> !line.preOrder() && !isOpen(rules, hold.at()))) {
            return HoldRefusal.SALE_NOT_OPEN;
        }
        if (lines.stream().anyMatch(line -> line.preOrder() && !isPreOrderOpen(line.skuId(), hold.at()))) {
            return HoldRefusal.PRE_ORDER_NOT_OPEN;
        }
        if (isAboveLimit(rules, hold, lines)) {
            return HoldRefusal.LIMIT_PER_USER;
        }
        return lines.stream().allMatch(line -> hasLeft(line)) ? null : HoldRefusal.OUT_OF_STOCK;
    }

    boolean decidedBefore(HoldStock hold) {
        return order(hold.holdId().value()) != null;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isOpen(OpenStock rules, Instant at) {
        boolean begun = rules.saleFrom() == null || at.compareTo(rules.saleFrom()) >= 0;
        boolean ended = rules.saleUntil() != null && at.compareTo(rules.saleUntil()) >= 0;
        return begun && !ended;
    }

    boolean isPreOrderOpen(SkuId sku, Instant at) {
        OpenPreOrder preOrder = preOrders.get(sku);
        return preOrder != null && at.compareTo(preOrder.from()) >= 0 && at.compareTo(preOrder.until()) < 0;
    }

    boolean isAboveLimit(OpenStock rules, HoldStock hold, List<StockLine> lines) {
        long asked = lines.stream().mapToLong(StockLine::quantity).sum();
        String user = hold.userId().value();
        boolean aboveAll = rules.limitPerUser() != null && piecesOf(user) + asked > rules.limitPerUser();
        return aboveAll
                || lines.stream()
                        .anyMatch(line -> line.preOrder()
                                && preOrderedBy(user, line.skuId()) + line.quantity() > preOrdersPerUser());
    }

    int preOrdersPerUser() {
        return 1;
    }

    boolean hasLeft(StockLine line) {
        return line.quantity() <= available(line.skuId(), line.preOrder());
    }

    long available(SkuId sku, boolean preOrder) {
        long all = preOrder ? Objects.requireNonNull(preOrderable.get(sku)) : Objects.requireNonNull(received.get(sku));
        return all - taken(sku, preOrder);
    }

    /** Held and sold pieces, less what came back. */
    long taken(SkuId sku, boolean preOrder) {
        return orders.stream().mapToLong(order -> order.pieces(sku, preOrder)).sum();
    }

    long piecesOf(String user) {
        return orders.stream()
                .filter(order -> order.isOf(user))
                .mapToLong(order -> order.pieces(null, null))
                .sum();
    }

    private long preOrderedBy(String user, SkuId sku) {
        return orders.stream()
                .filter(order -> order.isOf(user))
                .mapToLong(order -> order.pieces(sku, true))
                .sum();
    }

    List<StockLine> together(List<StockLine> lines) {
        return NaiveOrder.together(lines);
    }

    List<HeldLine> heldLines(OpenStock rules, HoldStock hold) {
        return together(hold.lines()).stream()
                .map(line ->
                        new HeldLine(line.skuId(), line.quantity(), line.preOrder(), NaiveOrder.price(rules, line)))
                .toList();
    }

    void onRefused(NaiveOrder order) {
        order.state = NaiveOrder.State.REFUSED;
    }

    @Nullable
    NaiveOrder order(String holdId) {
        return orders.stream()
                .filter(order -> order.is(holdId))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private Outcome release(ReleaseStock release) {
        NaiveOrder asked = order(release.holdId().value());
        if (asked != null) {
            return release(asked, release.at());
        }
        NaiveOrder never = NaiveOrder.neverHeld(release);
        orders.add(never);
        return Outcome.accepted(never.released(release.at()));
    }

    private Outcome release(@Nullable NaiveOrder order, Instant at) {
        return order == null || !isReleasable(order) ? Outcome.nothing() : Outcome.accepted(order.released(at));
    }

    boolean isReleasable(NaiveOrder order) {
        return order.state == NaiveOrder.State.HELD;
    }

    private Outcome sell(@Nullable NaiveOrder order, Instant at) {
        return order == null || !isSellable(order) ? Outcome.nothing() : Outcome.accepted(order.sold(at));
    }

    boolean isSellable(NaiveOrder order) {
        return order.state == NaiveOrder.State.HELD;
    }

    private Outcome takeBack(@Nullable NaiveOrder order, ReturnStock command) {
        if (order == null || !isReturnable(order)) {
            return takenBackEarly(order, command.at());
        }
        order.state = NaiveOrder.State.RETURNED;
        order.back = command.lines();
        HoldStock asked = order.asked;
        return Outcome.accepted(new StockReturned(
                asked.stockId(), asked.holdId(), asked.orderId(), asked.userId(), command.lines(), command.at()));
    }

    Outcome takenBackEarly(@Nullable NaiveOrder order, Instant at) {
        return release(order, at);
    }

    boolean isReturnable(NaiveOrder order) {
        return order.state == NaiveOrder.State.SOLD;
    }
}
