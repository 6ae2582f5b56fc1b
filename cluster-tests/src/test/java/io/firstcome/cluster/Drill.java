package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One fault under load: what clients saw from the moment of the fault on, and whether the store has what they were
 * told.
 */
final class Drill {
    /** A coupon that is sold out soon, and one that never is. */
    private static final List<Integer> QUANTITIES = List.of(150, 1_000_000);

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration SETTLED = Duration.ofSeconds(60);

    private final RunningCluster cluster;
    private final String name;
    private final Journal journal = new Journal();
    private List<Exchange> reads = List.of();
    private long fault;

    Drill(RunningCluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    /** What is done to the cluster. Runs while clients send requests. */
    interface Fault {
        void happen();
    }

    /** Runs the load for a while, then the fault, then the load for the given time. */
    void run(Fault faults, Duration afterwards) {
        for (int i = 0; i < QUANTITIES.size(); i++) {
            cluster.operator(
                    "POST",
                    "/api/v1/coupon",
                    "{\"couponId\":\"" + name + "-" + i + "\",\"name\":\"drill\",\"quantity\":" + QUANTITIES.get(i)
                            + ",\"discount\":{\"type\":\"FIXED\",\"value\":1000}}");
        }
        cluster.operator(
                "POST",
                "/api/v1/product",
                "{\"productId\":\"" + name + "\",\"name\":\"drill\",\"price\":10000,\"stock\":1000000}");
        ClientLoad load = ClientLoad.start(cluster, journal, name);
        try {
            pass(WARM_UP);
            fault = System.nanoTime();
            faults.happen();
            pass(afterwards);
        } finally {
            reads = load.finish();
        }
    }

    /** Lets the load run on for that time. */
    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** What the journal has that the store has not, or the other way round. */
    List<String> violations() throws SQLException {
        return JournalCheck.violations(journal, store());
    }

    Journal journal() {
        return journal;
    }

    StoredEvents store() throws SQLException {
        Set<String> aggregates = journal.byRequest().keySet().stream()
                .map(KeyedRequest::aggregate)
                .collect(Collectors.toSet());
        try (Connection connection = cluster.store()) {
            return StoredEvents.read(connection, aggregates);
        }
    }

    /** From the fault to the end of the last command that was not decided; zero when all were. */
    Duration commandsServedAgainAfter() {
        return servedAgainAfter(journal.all().filter(exchange -> !exchange.isDecided()));
    }

    List<Exchange> failedCommands() {
        return journal.all().filter(exchange -> !exchange.isDecided()).toList();
    }

    List<Exchange> failedReads() {
        return reads.stream().filter(read -> !read.isAcknowledged()).toList();
    }

    /** A line of the table of drills. */
    String line(String what, String more) {
        Duration longestRead = reads.stream()
                .filter(read -> read.ended() > fault)
                .map(Exchange::took)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        List<Exchange> failed = failedCommands();
        long unknown = failed.stream().filter(Exchange::isUnknown).count();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f s | %d | %d | %d | %.1f s | %s |",
                what,
                journal.all().count(),
                reads.size(),
                seconds(commandsServedAgainAfter()),
                failed.size() - unknown,
                unknown,
                failedReads().size(),
                seconds(longestRead),
                more);
    }

    /** L1 to L5 and L7, as soon as processes and views have come to their ends. */
    void assertLawsHold() {
        assertThat(journal.byRequest()).as("a load that was none").hasSizeGreaterThan(50);
        assertThat(reads).hasSizeGreaterThan(50);
        await().atMost(SETTLED).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(violations()).isEmpty();
            assertThat(SystemCheck.violations(cluster, store())).isEmpty();
        });
    }

    private Duration servedAgainAfter(Stream<Exchange> failed) {
        long last = failed.mapToLong(Exchange::ended).max().orElse(fault);
        return Duration.ofNanos(Math.max(0, last - fault));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
