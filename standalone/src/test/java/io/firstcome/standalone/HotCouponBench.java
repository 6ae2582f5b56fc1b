package io.firstcome.standalone;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import io.firstcome.standalone.load.Spread;
import io.firstcome.standalone.load.Tokens;
import io.firstcome.web.security.SecuritySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Accepted issues a second on one campaign over HTTP, with group commit and without, in one run.
 *
 * <p>Two systems run side by side, each with its own servers; one commits each command by itself. Load goes to one at a
 * time, in the order A B B A, when the views and the bridge of both have caught up. After each run every serial is checked
 * to be there once. Figures are medians.
 *
 * <p>Arguments: rounds (an even number), seconds a run, numbers of connections. One connection is measured in a run of its
 * own: after a load of many, the system that took more of it has longer tables, and would be compared unfairly.
 */
public final class HotCouponBench {

    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private final Tokens tokens = new Tokens(SecuritySettings.STANDALONE_SECRET);
    private final Map<String, List<Double>> figures = new TreeMap<>();
    private int campaigns;

    private HotCouponBench() {}

    /** Runs the benchmark and prints its table as Markdown. */
    public static void main(String[] args) throws IOException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        Duration run = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 8);
        int[] connections = args.length > 2
                ? Arrays.stream(args[2].split(",")).mapToInt(Integer::parseInt).toArray()
                : new int[] {64, 256};
        Path data = Files.createTempDirectory("firstcome-bench-");
        try (StandaloneProcess grouped = StandaloneProcess.start(data.resolve("grouped"));
                StandaloneProcess single = StandaloneProcess.start(
                        data.resolve("single"), List.of("-Dfirstcome.event-store.max-batch=1"))) {
            new HotCouponBench().compare(grouped, single, rounds, run, connections);
        }
    }

    private void compare(StandaloneProcess grouped, StandaloneProcess single, int rounds, Duration run, int[] numbers) {
        measure(grouped, "warm-up", numbers[0], WARM_UP);
        measure(single, "warm-up", numbers[0], WARM_UP);
        for (int round = 0; round < rounds; round++) {
            for (int connections : numbers) {
                boolean groupedFirst = round % 4 == 0 || round % 4 == 3;
                measure(groupedFirst ? grouped : single, groupedFirst ? "grouped" : "single", connections, run);
                measure(groupedFirst ? single : grouped, groupedFirst ? "single" : "grouped", connections, run);
            }
        }
        print();
    }

    private void measure(StandaloneProcess system, String name, int connections, Duration run) {
        awaitCaughtUp(system);
        String campaign = "bench-" + campaigns++;
        int port = system.port();
        require(
                201,
                Load.run(port, 1, 1, number -> createCampaign(campaign))
                        .exchanges()
                        .getFirst()
                        .response());
        IntFunction<Request> publish = number -> publish(campaign, Integer.toString(number + 1));
        long end = System.nanoTime() + run.toNanos();
        Load.Result result = Load.runUntil(() -> System.nanoTime() > end, port, connections, publish);
        Set<Integer> serials = new HashSet<>();
        for (Load.Exchange exchange : result.exchanges()) {
            require(201, exchange.response());
            if (!serials.add(Objects.requireNonNull(exchange.response()).serial())) {
                throw new IllegalStateException("A serial was given twice");
            }
        }
        String key = String.format(Locale.ROOT, "%3d connections, %s", connections, name);
        figures.computeIfAbsent(key, absent -> new ArrayList<>()).add(result.perSecond(201));
        System.out.printf(Locale.ROOT, "%s: %.0f/s, %d issued%n", key, result.perSecond(201), serials.size());
    }

    /** What the views and the bridge still have to do would take from the next run. */
    private static void awaitCaughtUp(StandaloneProcess system) {
        Truth truth = new Truth(system);
        while (!truth.caughtUp()) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private Request createCampaign(String campaign) {
        return Request.post(
                "/api/v1/coupon",
                tokens.token("operator", "OPERATOR"),
                "{\"couponId\":\"" + campaign + "\",\"name\":\"bench\",\"quantity\":100000000,"
                        + "\"discount\":{\"type\":\"FIXED\",\"value\":1000}}");
    }

    private Request publish(String campaign, String user) {
        return Request.post(
                "/api/v1/coupon/publish",
                tokens.customer(user),
                "{\"userId\":\"" + user + "\",\"couponId\":\"" + campaign + "\"}");
    }

    private static void require(int status, @Nullable Response response) {
        if (response == null || response.status() != status) {
            throw new IllegalStateException("Expected " + status + ", got " + response);
        }
    }

    private void print() {
        System.out.println("| Load | issues/s, median | lowest | highest |");
        System.out.println("|---|---|---|---|");
        figures.forEach((name, values) -> {
            Spread spread = Spread.of(values);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f |%n",
                    name.strip(),
                    spread.median(),
                    spread.least(),
                    spread.most());
        });
    }
}
