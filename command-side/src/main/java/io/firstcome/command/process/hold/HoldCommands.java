package io.firstcome.command.process.hold;

import io.firstcome.command.concert.api.DateCommand.HoldSeats;
import io.firstcome.command.concert.api.DateCommand.ReleaseSeats;
import io.firstcome.command.concert.api.DateCommand.ReturnSeats;
import io.firstcome.command.concert.api.DateCommand.SellSeats;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.ReleaseStock;
import io.firstcome.command.stock.api.StockCommand.ReturnStock;
import io.firstcome.command.stock.api.StockCommand.SellStock;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.UserId;
import io.firstcome.events.concert.DateId;
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
import java.util.stream.Stream;

/**
 * The commands to all that an order takes pieces from: the stocks of its products, in the order of its lines, or the date of a concert
 * whose seats it is about.
 *
 * @param lines of the order
 * @param holdId of the reservation
 */
public record HoldCommands(List<OrderLine> lines, HoldId holdId, OrderId orderId, UserId userId) {

    /** The lines of each stock; none for seats. */
    public static Map<StockId, List<StockLine>> byStock(List<OrderLine> lines) {
        Map<StockId, List<StockLine>> byStock = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            if (line.dateId() == null) {
                byStock.computeIfAbsent(StockId.of(line.productId()), stock -> new ArrayList<>())
                        .add(new StockLine(line.skuId(), line.quantity(), line.preOrder()));
            }
        }
        return byStock;
    }

    /** The seats of each date; none for products. */
    private static Map<DateId, List<Integer>> byDate(List<OrderLine> lines) {
        Map<DateId, List<Integer>> byDate = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            if (line.dateId() != null) {
                byDate.computeIfAbsent(line.dateId(), date -> new ArrayList<>()).add(line.seat());
            }
        }
        return byDate;
    }

    /** Asks for the pieces. */
    public List<AggregateCommand> hold(Instant until, Instant at) {
        return both(
                byStock(lines).entrySet().stream()
                        .map(stock ->
                                new HoldStock(stock.getKey(), holdId, orderId, userId, stock.getValue(), until, at)),
                byDate(lines).entrySet().stream()
                        .map(date ->
                                new HoldSeats(date.getKey(), holdId, orderId, userId, date.getValue(), until, at)));
    }

    /** Gives back what is held; where nothing of it is held, nothing will be. */
    public List<AggregateCommand> release(Instant at) {
        return both(
                byStock(lines).keySet().stream().map(stock -> new ReleaseStock(stock, holdId, orderId, userId, at)),
                byDate(lines).keySet().stream().map(date -> new ReleaseSeats(date, holdId, orderId, userId, at)));
    }

    /** Sells what is held. */
    public List<AggregateCommand> sell(Instant at) {
        return both(
                byStock(lines).keySet().stream().map(stock -> new SellStock(stock, holdId, at)),
                byDate(lines).keySet().stream().map(date -> new SellSeats(date, holdId, at)));
    }

    /** Takes back what was sold. */
    public List<AggregateCommand> takeBack(Instant at) {
        return both(
                byStock(lines).entrySet().stream()
                        .map(stock -> new ReturnStock(stock.getKey(), holdId, orderId, userId, stock.getValue(), at)),
                byDate(lines).entrySet().stream()
                        .map(date -> new ReturnSeats(date.getKey(), holdId, orderId, userId, date.getValue(), at)));
    }

    private static List<AggregateCommand> both(
            Stream<? extends AggregateCommand> ofStocks, Stream<? extends AggregateCommand> ofDates) {
        return Stream.<AggregateCommand>concat(ofStocks, ofDates).toList();
    }
}
