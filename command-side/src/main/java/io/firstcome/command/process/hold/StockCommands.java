package io.firstcome.command.process.hold;

import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.ReleaseStock;
import io.firstcome.command.stock.api.StockCommand.SellStock;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands to all stocks of an order's products, in the order of its lines. */
public final class StockCommands {

    private StockCommands() {}

    /** The lines of each stock. */
    public static Map<StockId, List<StockLine>> byStock(List<OrderLine> lines) {
        Map<StockId, List<StockLine>> byStock = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            byStock.computeIfAbsent(StockId.of(line.productId()), stock -> new ArrayList<>())
                    .add(new StockLine(line.skuId(), line.quantity(), line.preOrder()));
        }
        return byStock;
    }

    /** Asks for the pieces of an order. */
    public static List<HoldStock> hold(OrderPlaced order, HoldId hold, Instant heldUntil, Instant at) {
        return hold(order.lines(), hold, order.orderId(), order.userId(), heldUntil, at);
    }

    /** Asks for pieces. */
    public static List<HoldStock> hold(
            List<OrderLine> lines, HoldId hold, OrderId order, UserId user, Instant heldUntil, Instant at) {
        return byStock(lines).entrySet().stream()
                .map(stock -> new HoldStock(stock.getKey(), hold, order, user, stock.getValue(), heldUntil, at))
                .toList();
    }

    /** Gives back what is held; a stock that holds nothing of it will not. */
    public static List<ReleaseStock> release(
            List<OrderLine> lines, HoldId hold, OrderId order, UserId user, Instant at) {
        return byStock(lines).keySet().stream()
                .map(stock -> new ReleaseStock(stock, hold, order, user, at))
                .toList();
    }

    /** Sells what is held. */
    public static List<SellStock> sell(List<OrderLine> lines, HoldId hold, Instant at) {
        return byStock(lines).keySet().stream()
                .map(stock -> new SellStock(stock, hold, at))
                .toList();
    }
}
