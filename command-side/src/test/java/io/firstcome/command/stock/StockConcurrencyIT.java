package io.firstcome.command.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.compact.KeyToIntTable;
import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.command.stock.api.StockCommand.ReleaseStock;
import io.firstcome.command.stock.api.StockCommand.ReturnStock;
import io.firstcome.command.stock.api.StockCommand.SellStock;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.junit.jupiter.api.Test;

/** Many at once, through the command bus and the database: pitfalls.md, "Stock and orders". */
class StockConcurrencyIT {

    private static final StockId ID = new StockId("mug");
    private static final SkuId MUG = new SkuId("mug");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final int THREADS = 8;

    private final String url = StockNode.freshDatabase();

    @Test
    void givenTenInStock_whenThirtyAskForThree_thenThreeGetThemAndOneIsLeft() {
        List<StockEvent> events = afterAll(10, 30, number -> hold(number, 3));

        assertThat(of(StockHeld.class, events)).hasSize(3);
        assertThat(of(StockHoldRefused.class, events))
                .hasSize(27)
                .allMatch(refused -> refused.reason() == HoldRefusal.OUT_OF_STOCK);
        assertThat(Tally.of(events).available()).isEqualTo(1);
        assertThat(Tally.of(events).violations()).isEmpty();
    }

    @Test
    void givenHundredPieces_whenFiveHundredAskForOne_thenHundredGetOne() {
        List<StockEvent> events = afterAll(100, 500, number -> hold(number, 1));

        assertThat(of(StockHeld.class, events)).hasSize(100);
        assertThat(of(StockHoldRefused.class, events)).hasSize(400);
        assertThat(Tally.of(events).available()).isZero();
        assertThat(Tally.of(events).violations()).isEmpty();
    }

    @Test
    void givenTwoLinesOfOneOption_whenManyAsk_thenTheyCountTogether() {
        List<StockEvent> events = afterAll(10, 30, number -> hold(number, 2, 1));

        assertThat(of(StockHeld.class, events))
                .hasSize(3)
                .allMatch(held ->
                        held.lines().size() == 1 && held.lines().getFirst().quantity() == 3);
        assertThat(Tally.of(events).available()).isEqualTo(1);
    }

    @Test
    void givenSameHold_whenSaidManyTimesAtOnce_thenItIsDecidedOnce() {
        List<StockEvent> events = afterAll(10, 50, number -> hold(number % 5, 1));

        assertThat(of(StockHeld.class, events)).hasSize(5);
        assertThat(Tally.of(events).held()).isEqualTo(5);
    }

    @Test
    void givenExpiriesFromSeveralProcesses_whenTheyComeAtOnce_thenEachHoldIsFreedOnce() {
        try (StockNode node = new StockNode(url)) {
            open(node, 30);
            inParallel(node, commands(30, number -> hold(number, 1)));
            inParallel(node, commands(300, number -> release(number % 30)));
            List<StockEvent> events = node.eventsOf(ID);

            assertThat(of(StockReleased.class, events)).hasSize(30);
            assertThat(Tally.of(events).available()).isEqualTo(30);
            assertThat(Tally.of(events).violations()).isEmpty();
        }
    }

    @Test
    void givenPaymentsExpiriesAndReturnsAtOnce_whenTheyAreThrough_thenEachHoldHasOneEnd() {
        try (StockNode node = new StockNode(url)) {
            open(node, 100);
            inParallel(node, commands(100, number -> hold(number, 1)));
            List<StockCommand> ends = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                ends.add(new SellStock(ID, holdId(number), NOW));
                ends.add(release(number));
                ends.add(takeBack(number));
                ends.add(takeBack(number));
            }
            Collections.shuffle(ends, new Random(7));
            inParallel(node, ends);
            List<StockEvent> events = node.eventsOf(ID);

            assertThat(of(StockReleased.class, events).size()
                            + of(StockSold.class, events).size())
                    .isEqualTo(100);
            assertThat(of(StockReturned.class, events))
                    .hasSizeLessThanOrEqualTo(of(StockSold.class, events).size());
            assertThat(Tally.of(events).held()).isZero();
            assertThat(Tally.of(events).violations()).isEmpty();
        }
    }

    @Test
    void givenTwoNodes_whenBothHoldOfOneStock_thenNothingIsOversold() {
        try (StockNode one = new StockNode(url);
                StockNode two = new StockNode(url)) {
            open(one, 20);
            for (int round = 0; round < 10; round++) {
                int first = round * 4;
                one.sendAll(List.of(hold(first, 1), hold(first + 1, 1)));
                two.sendAll(List.of(hold(first + 2, 1), hold(first + 3, 1)));
            }
            List<StockEvent> events = one.eventsOf(ID);

            assertThat(of(StockHeld.class, events)).hasSize(20);
            assertThat(of(StockHoldRefused.class, events)).hasSize(20);
            assertThat(Tally.of(events).violations()).isEmpty();
        }
    }

    /** The control: without the check of what is left, the same crowd buys three times what there is. */
    @Test
    void givenStockThatDoesNotTakeOff_whenThirtyAskForThree_thenItIsOversoldAndTheTallyTells() {
        try (StockNode careless = new StockNode(
                url,
                SnapshotFilter.allowAll(),
                CarelessStock.class,
                (cache, snapshots) -> AggregateConfigurer.defaultConfiguration(CarelessStock.class)
                        .configureCache(configuration -> cache))) {
            open(careless, 10);
            inParallel(careless, commands(30, number -> hold(number, 3)));
            List<StockEvent> events = careless.eventsOf(ID);

            assertThat(of(StockHeld.class, events)).hasSize(30);
            assertThat(Tally.of(events).available()).isEqualTo(-80);
            assertThat(Tally.of(events).violations()).isNotEmpty();
        }
    }

    @Test
    void givenManyEvents_whenLoadedFromASnapshot_thenTheStateIsThatOfTheEvents() {
        try (StockNode node = new StockNode(url)) {
            open(node, 1_000);
            inParallel(node, commands(600, number -> hold(number, 1 + number % 2)));
            inParallel(node, commands(300, number -> new SellStock(ID, holdId(number), NOW)));
            inParallel(node, commands(200, number -> release(number + 200)));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> snapshots(node) > 0);
        }
        try (StockNode withSnapshot = new StockNode(url);
                StockNode withoutOne = new StockNode(url, snapshot -> false)) {
            assertThat(withSnapshot.stateOf(ID))
                    .usingRecursiveComparison()
                    .withEqualsForType(KeyToIntTable::equals, KeyToIntTable.class)
                    .isEqualTo(withoutOne.stateOf(ID));
            // What ended before the snapshot is still known.
            withSnapshot.sendAll(List.of(hold(0, 1), release(250), hold(250, 1)));
            assertThat(withSnapshot.eventsOf(ID)).hasSameSizeAs(withoutOne.eventsOf(ID));
            assertThat(Tally.of(withSnapshot.eventsOf(ID)).violations()).isEmpty();
        }
    }

    private static long snapshots(StockNode node) {
        Long count = node.jdbc().queryForObject("SELECT COUNT(*) FROM snapshot", Long.class);
        return count == null ? 0 : count;
    }

    private List<StockEvent> afterAll(int quantity, int count, IntFunction<StockCommand> command) {
        try (StockNode node = new StockNode(url)) {
            open(node, quantity);
            inParallel(node, commands(count, command));
            return node.eventsOf(ID);
        }
    }

    /** From several threads, so that the lane sees them in any order. */
    private static void inParallel(StockNode node, List<StockCommand> commands) {
        try (ExecutorService crowd = Executors.newFixedThreadPool(THREADS)) {
            List<List<StockCommand>> shares = IntStream.range(0, THREADS)
                    .mapToObj(thread -> IntStream.range(0, commands.size())
                            .filter(number -> number % THREADS == thread)
                            .mapToObj(commands::get)
                            .toList())
                    .toList();
            shares.stream()
                    .map(share -> crowd.submit(() -> node.sendAll(share)))
                    .toList()
                    .forEach(StockConcurrencyIT::await);
        }
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (Exception e) {
            throw new AssertionError("Not all commands were handled", e);
        }
    }

    private static void open(StockNode node, int quantity) {
        node.sendAll(List.of(new OpenStock(ID, List.of(new Offer(MUG, 1_000, quantity)), null, null, null, NOW)));
    }

    private static List<StockCommand> commands(int count, IntFunction<StockCommand> command) {
        return IntStream.range(0, count).mapToObj(command).toList();
    }

    private static HoldStock hold(int number, int... quantities) {
        List<StockLine> lines = Arrays.stream(quantities)
                .mapToObj(quantity -> new StockLine(MUG, quantity, false))
                .toList();
        return new HoldStock(
                ID, holdId(number), orderId(number), user(number), lines, NOW.plus(Duration.ofMinutes(30)), NOW);
    }

    private static ReturnStock takeBack(int number) {
        return new ReturnStock(
                ID, holdId(number), orderId(number), user(number), List.of(new StockLine(MUG, 1, false)), NOW);
    }

    private static HoldId holdId(int number) {
        return new HoldId("order-" + number);
    }

    private static StockCommand release(int number) {
        return new ReleaseStock(ID, holdId(number), orderId(number), user(number), NOW);
    }

    private static OrderId orderId(int number) {
        return new OrderId("order-" + number);
    }

    private static UserId user(int number) {
        return new UserId("" + number);
    }

    private static <E extends StockEvent> List<E> of(Class<E> type, List<StockEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
