package io.firstcome.command.stock.domain;

import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.command.stock.api.StockCommand.CancelPreOrder;
import io.firstcome.command.stock.api.StockCommand.CloseSale;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.OpenPreOrder;
import io.firstcome.command.stock.api.StockCommand.ReceiveStock;
import io.firstcome.command.stock.api.StockCommand.ReleaseStock;
import io.firstcome.command.stock.api.StockCommand.ReturnStock;
import io.firstcome.command.stock.api.StockCommand.SellStock;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** What is asked of one stock, in this order. */
record StockHistory(List<StockCommand> commands) {

    static final int MAX_COMMANDS = 80;

    private static final int ORDERS = 12;

    /** Few users, so that they come again; and such as a careless key would take for one another. */
    private static final String[] USERS = {
        "a", "A", "00000000-0000-0000-0000-000000000000", "550e8400-e29b-41d4-a716-446655440000"
    };

    /** What an order asks for. It always asks for the same, as a process does that says it again. */
    private record Order(UserId user, List<StockLine> lines) {}

    /** Histories of one sale: mostly opened first, its window among the instants of the commands. */
    static Arbitrary<StockHistory> any() {
        return Combinators.combine(sales(), orders().list().ofSize(ORDERS), opensFirst())
                .flatAs((sale, orders, first) -> steps(sale, orders)
                        .list()
                        .ofMaxSize(MAX_COMMANDS)
                        .withSizeDistribution(RandomDistribution.uniform())
                        .map(steps -> new StockHistory(
                                first
                                        ? Stream.concat(Stream.of(sale.open()), steps.stream())
                                                .toList()
                                        : steps)));
    }

    private static Arbitrary<Boolean> opensFirst() {
        return Arbitraries.frequency(Tuple.of(19, true), Tuple.of(1, false));
    }

    private static Arbitrary<Sale> sales() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 7),
                        minutes(0, 8).injectNull(0.7),
                        minutes(22, 30).injectNull(0.7),
                        Arbitraries.integers().between(1, 4).injectNull(0.4))
                .as((red, blue, from, until, limit) ->
                        new Sale(Sale.ofRedAndBlue(red, blue).offers(), from, until, limit));
    }

    private static Arbitrary<Order> orders() {
        Arbitrary<SkuId> skus =
                Arbitraries.frequency(Tuple.of(10, Sale.RED), Tuple.of(10, Sale.BLUE), Tuple.of(1, Sale.MUG));
        Arbitrary<Integer> quantities = Arbitraries.frequency(Tuple.of(6, 1), Tuple.of(3, 2), Tuple.of(1, 4));
        Arbitrary<Boolean> preOrders = Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true));
        Arbitrary<StockLine> lines = Combinators.combine(skus, quantities, preOrders)
                .as((sku, quantity, preOrder) ->
                        new StockLine(sku, preOrder && quantity == 2 ? 1 : quantity, preOrder));
        Arbitrary<List<StockLine>> onePreOrdered =
                Arbitraries.of(Sale.RED, Sale.BLUE).map(sku -> List.of(Sale.preOrdered(sku)));
        return Combinators.combine(
                        Arbitraries.of(USERS),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, lines.list().ofMinSize(1).ofMaxSize(3)), Tuple.of(1, onePreOrdered)))
                .as((user, asked) -> new Order(new UserId(user), asked));
    }

    private static Arbitrary<StockCommand> steps(Sale sale, List<Order> orders) {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, ORDERS - 1);
        Arbitrary<Instant> instants = minutes(-3, 33);
        Arbitrary<StockCommand> hold =
                Combinators.combine(numbers, instants).as((number, at) -> hold(number, orders.get(number), at));
        Arbitrary<StockCommand> release =
                Combinators.combine(numbers, instants).as((number, at) -> release(number, orders.get(number), at));
        Arbitrary<StockCommand> sell =
                Combinators.combine(numbers, instants).as((number, at) -> new SellStock(Sale.ID, id(number), at));
        Arbitrary<StockCommand> takeBack = Combinators.combine(
                        numbers, instants, Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
                .as((number, at, all) -> takeBack(number, orders.get(number), all, at));
        return Arbitraries.frequencyOf(
                Tuple.of(30, hold),
                Tuple.of(10, release),
                Tuple.of(12, sell),
                Tuple.of(12, takeBack),
                Tuple.of(8, operations(sale)));
    }

    private static Arbitrary<StockCommand> operations(Sale sale) {
        Arbitrary<SkuId> skus = Arbitraries.of(Sale.RED, Sale.BLUE, Sale.MUG).injectNull(0.1);
        Arbitrary<Instant> instants = minutes(-3, 33);
        Arbitrary<Integer> quantities = Arbitraries.integers().between(1, 3);
        Arbitrary<StockCommand> receive = Combinators.combine(skus, quantities, instants)
                .as((sku, quantity, at) -> new ReceiveStock(Sale.ID, sku, quantity, at));
        Arbitrary<StockCommand> openPreOrder = Combinators.combine(
                        skus, quantities, minutes(-5, 10), minutes(15, 40), instants)
                .as((sku, quantity, from, until, at) -> new OpenPreOrder(Sale.ID, sku, quantity, from, until, at));
        Arbitrary<StockCommand> cancelPreOrder =
                Combinators.combine(skus, instants).as((sku, at) -> new CancelPreOrder(Sale.ID, sku, at));
        Arbitrary<StockCommand> close = instants.map(at -> new CloseSale(Sale.ID, at));
        return Arbitraries.frequencyOf(
                Tuple.of(8, receive),
                Tuple.of(16, openPreOrder),
                Tuple.of(4, cancelPreOrder),
                Tuple.of(1, close),
                Tuple.of(1, Arbitraries.of(sale.open(), Sale.of(50).open())));
    }

    private static StockCommand release(int number, Order order, Instant at) {
        return new ReleaseStock(Sale.ID, id(number), new OrderId("o" + number), order.user(), at);
    }

    private static StockCommand hold(int number, Order order, Instant at) {
        return new HoldStock(
                Sale.ID, id(number), new OrderId("o" + number), order.user(), order.lines(), at.plus(Sale.HOLD), at);
    }

    /** All that was sold, or the first line of it only. */
    private static StockCommand takeBack(int number, Order order, boolean all, Instant at) {
        List<StockLine> lines = all ? order.lines() : order.lines().subList(0, 1);
        return new ReturnStock(Sale.ID, id(number), new OrderId("o" + number), order.user(), lines, at);
    }

    /** One of them has the key of all zero bits. */
    private static HoldId id(int number) {
        return new HoldId(number == 0 ? "00000000-0000-0000-0000-000000000000" : "hold-" + number);
    }

    private static Arbitrary<Instant> minutes(int from, int to) {
        return Arbitraries.integers().between(from, to).map(minute -> Sale.NOW.plus(Duration.ofMinutes(minute)));
    }

    List<Outcome> sentTo(Stocks stocks) {
        return commands.stream().map(stocks::send).toList();
    }

    /** The same, with a snapshot made after the first {@code count} commands. */
    List<Outcome> sentTo(AxonStocks stocks, int count) {
        List<Outcome> outcomes = new ArrayList<>();
        IntStream.range(0, commands.size()).forEach(number -> {
            if (number == count) {
                stocks.snapshot(Sale.ID);
            }
            outcomes.add(stocks.send(commands.get(number)));
        });
        return outcomes;
    }
}
