package io.firstcome.standalone;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import io.firstcome.standalone.load.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;

/**
 * Orders placed, paid and PAID a second on one hot product, and stock reads a second with their p99, over HTTP.
 *
 * <p>Each round: one product; the orders; when the views have caught up, their payments with points until the last order is
 * PAID in the view; then reads of the stock for some seconds. Every answer is checked, and after each round the stock's
 * history is added up. Figures are medians of the rounds after the warm-up. What one order costs is told, too: until
 * all views have it.
 *
 * <p>Arguments: rounds, orders a round, connections, seconds of reading. Options for the system's JVM, such as a recording, come
 * from the property {@code firstcome.bench.jvm}.
 */
public final class OrderBench {

    private static final int WARM_UP_ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final StandaloneProcess system;
    private final Shop shop;
    private final Truth truth;
    private final int orders;
    private final int connections;
    private final Duration reading;
    private final TreeMap<String, List<Double>> figures = new TreeMap<>();

    private OrderBench(StandaloneProcess system, int orders, int connections, Duration reading) {
        this.system = system;
        this.shop = new Shop(system);
        this.truth = new Truth(system);
        this.orders = orders;
        this.connections = connections;
        this.reading = reading;
    }

    /** Runs the benchmark and prints its table as Markdown. */
    public static void main(String[] args) throws IOException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int orders = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
        int connections = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        int reading = args.length > 3 ? Integer.parseInt(args[3]) : 8;
        try (StandaloneProcess system = start()) {
            OrderBench bench = new OrderBench(system, orders, connections, Duration.ofSeconds(reading));
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                bench.round();
            }
            bench.figures.clear();
            for (int round = 0; round < rounds; round++) {
                bench.round();
            }
            bench.print();
            system.stop();
        }
    }

    private static StandaloneProcess start() throws IOException {
        List<String> options = Arrays.stream(
                        System.getProperty("firstcome.bench.jvm", "").strip().split(" +"))
                .filter(option -> !option.isEmpty())
                .toList();
        return StandaloneProcess.start(Files.createTempDirectory("firstcome-bench-"), options);
    }

    private void round() {
        String product = shop.newProduct(orders);
        String prefix = SharedSystem.newName("bench");
        run(
                200,
                number -> Request.post(
                        "/api/v1/user/" + prefix + "-" + number + "/point",
                        Shop.token(prefix + "-" + number),
                        "{\"amount\":20000}"));
        awaitCaughtUp();

        Cost before = Cost.of(system, truth);
        Load.Result placed = run(201, number -> Shop.order(prefix + "-" + number, product, 1));
        note("orders placed a second (201)", placed.perSecond(201));
        note("orders placed, p99 in ms", placed.percentile(99).toNanos() / 1e6);
        awaitCaughtUp();

        String[] ids = new String[orders];
        Cost between = Cost.of(system, truth);
        between.since(before, orders).forEach((name, figure) -> note("placing an order: " + name, figure));
        placed.exchanges()
                .forEach(exchange ->
                        ids[exchange.number()] = Shop.field(Objects.requireNonNull(exchange.response()), "orderId"));
        long begin = System.nanoTime();
        Load.Result paid = run(201, number -> Shop.payWithPoints(prefix + "-" + number, ids[number]));
        note("payments approved a second (201)", paid.perSecond(201));
        note("payments approved, p99 in ms", paid.percentile(99).toNanos() / 1e6);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> truth.rows("SELECT COUNT(*) FROM order_view WHERE status = 'PAID' AND user_id LIKE '"
                                + prefix + "-%'")
                        .equals(List.of(orders + "|")));
        note("orders PAID in the view a second", orders * 1e9 / (System.nanoTime() - begin));
        awaitCaughtUp();
        Cost.of(system, truth).since(between, orders).forEach((name, figure) -> note("paying it: " + name, figure));
        StockHistory history = StockHistory.of(truth, product).assertSound();
        require(history.soldNow() == orders, "each order is sold once");
        if (reading.isPositive()) {
            read(product);
        }
    }

    private void read(String product) {
        long end = System.nanoTime() + reading.toNanos();
        Load.Result reads = Load.runUntil(
                () -> System.nanoTime() > end,
                system.port(),
                connections,
                number -> Request.get("/api/v1/product/" + product + "/stock", ""));
        require(reads.count(200) == reads.exchanges().size(), "every read is answered");
        note("stock reads a second", reads.perSecond(200));
        note("stock reads, p99 in ms", reads.percentile(99).toNanos() / 1e6);
    }

    private Load.Result run(int status, IntFunction<Request> requests) {
        Load.Result result = Load.run(system.port(), connections, orders, requests);
        for (Load.Exchange exchange : result.exchanges()) {
            Response response = exchange.response();
            require(response != null && response.status() == status, "an answer is " + response);
        }
        return result;
    }

    private void awaitCaughtUp() {
        Awaitility.await().atMost(PATIENCE).until(truth::caughtUp);
    }

    private void note(String name, double figure) {
        figures.computeIfAbsent(name, absent -> new ArrayList<>()).add(figure);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Not so: " + what);
        }
    }

    @SuppressWarnings("SystemOut") // a table on the terminal is what this program is for
    private void print() {
        StringBuilder table = new StringBuilder("| Figure | Median | Least | Most |\n|---|---|---|---|\n");
        figures.forEach((name, values) -> {
            Spread spread = Spread.of(values);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.2f | %,.2f | %,.2f |%n",
                    name,
                    spread.median(),
                    spread.least(),
                    spread.most()));
        });
        System.out.println(table);
    }
}
