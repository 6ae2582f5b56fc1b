package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.RoutedNodes.Outcomes;
import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two command nodes that route commands by aggregate, beside two that do not. */
@Tag("parallel")
class RoutingIT {

    private static final Logger log = LoggerFactory.getLogger(RoutingIT.class);
    private static final String CONFLICTS = "firstcome_group_commit_conflicts_total";
    private static final int REQUESTS = 2_000;
    private static final int CONNECTIONS = 200;
    private static final int PIECES = 500;
    private static final int ORDERS = 300;
    private static final int STOCK = 200;
    private static final int MEASURED = 100;
    /** One, unless the machine is so busy that a node is taken for dead and the group changes. */
    private static final int HARDLY = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RoutedNodes nodes;

    @BeforeAll
    static void start() {
        nodes = RoutedNodes.routed(2);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    private static List<Load.Exchange> rush(RoutedNodes asked, String coupon) {
        SplitSystem.createCoupon(asked.node(0), coupon, PIECES);
        return asked.spread(CONNECTIONS, REQUESTS, number -> SplitSystem.publish(coupon, "u" + number));
    }

    @Test
    void givenTwoNodes_whenACouponIsRushedAtBoth_thenEachPieceOnceEachRequestOneOutcomeAndHardlyAConflict() {
        double before = nodes.metric(CONFLICTS);
        List<Load.Exchange> exchanges = rush(nodes, "rush");
        double conflicts = nodes.metric(CONFLICTS) - before;
        Outcomes outcomes = new Outcomes().note(exchanges);

        assertThat(outcomes.open).as("5xx, or no answer").isEmpty();
        assertThat(outcomes.issued).hasSize(PIECES);
        assertThat(outcomes.refused).hasSize(REQUESTS - PIECES);
        assertThat(nodes.issues("rush")).isEqualTo(outcomes.issued);
        assertThat(conflicts).isLessThanOrEqualTo(HARDLY);
        for (NodeProcess node : List.of(nodes.node(0), nodes.node(1))) {
            assertThat(RoutedNodes.metric(node, "firstcome_routing_commands_total{where=\"here\"")
                            + RoutedNodes.metric(node, "firstcome_routing_commands_total{where=\"sent\""))
                    .isGreaterThanOrEqualTo(REQUESTS / 2.0);
        }
        assertThat(nodes.metric("firstcome_routing_commands_total{where=\"sent\""))
                .isGreaterThanOrEqualTo(REQUESTS / 2.0);
        assertThat(nodes.metric("firstcome_routing_failures_total{kind=\"unreadable\""))
                .isZero();

        // The same request at the other node has the same outcome.
        Outcomes again = new Outcomes()
                .note(nodes.spread(CONNECTIONS, REQUESTS, number -> SplitSystem.publish("rush", "u" + (number ^ 1))));
        assertThat(again.issued).isEqualTo(outcomes.issued);
        assertThat(again.open).isEmpty();
    }

    @Test
    void givenTwoNodesWithoutRouting_whenACouponIsRushedAtBoth_thenItIsExactTooAndTheyConflict() {
        try (RoutedNodes unrouted = RoutedNodes.unrouted(2)) {
            Outcomes outcomes = new Outcomes().note(rush(unrouted, "unrouted"));

            assertThat(unrouted.issues("unrouted")).containsAllEntriesOf(outcomes.issued);
            double conflicts = unrouted.metric(CONFLICTS);
            log.info("Conflicts of {} requests at two nodes without routing: {}", REQUESTS, conflicts);
            assertThat(conflicts).isGreaterThan(1);
        }
    }

    @Test
    void givenTwoNodes_whenMoreIsOrderedAtBothThanThereIs_thenExactlyTheStockIsHeld() {
        SplitSystem.createProduct(nodes.node(0), "ordered", STOCK);

        List<Load.Exchange> exchanges =
                nodes.spread(CONNECTIONS / 4, ORDERS, number -> SplitSystem.order("ordered", "b" + number));

        assertThat(exchanges)
                .allSatisfy(exchange -> assertThat(exchange.response())
                        .isNotNull()
                        .matches(response -> response.status() < 500, "no fault"));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(confirmed("ordered")).isEqualTo(STOCK);
            assertThat(rejected("ordered")).isEqualTo(ORDERS - STOCK);
        });
        assertThat(exchanges.stream()
                        .map(Load.Exchange::response)
                        .filter(response -> response != null && response.code().equals("OUT_OF_STOCK"))
                        .count())
                .isLessThanOrEqualTo(ORDERS - STOCK);
    }

    private static int confirmed(String product) {
        return orders("OrderConfirmed", product);
    }

    private static int rejected(String product) {
        return orders("OrderRejected", product);
    }

    /** How many of the orders of that product have come to that. */
    private static int orders(String event, String product) {
        Integer count = nodes.system()
                .jdbc()
                .queryForObject(
                        "SELECT COUNT(*) FROM domain_event d JOIN domain_event p ON p.aggregate_id = d.aggregate_id"
                                + " WHERE d.event_type = ? AND p.event_type = 'OrderPlaced'"
                                + " AND CONVERT(p.payload USING utf8mb4) LIKE ?",
                        Integer.class,
                        event,
                        "%\"" + product + "\"%");
        return count == null ? 0 : count;
    }

    /** A sanity bound for a machine that does other things; the log has the figures. */
    @Test
    void givenOrdersOneAfterAnother_whenSentToTwoNodesAndToOne_thenRoutingCostsLittle() {
        try (RoutedNodes one = RoutedNodes.unrouted(1)) {
            SplitSystem.createProduct(nodes.node(0), "latency", 10_000);
            SplitSystem.createProduct(one.node(0), "latency", 10_000);
            List<Long> routed = new ArrayList<>();
            List<Long> alone = new ArrayList<>();
            for (int i = 0; i < MEASURED; i++) {
                routed.add(orderNanos(nodes.node(i % 2), i));
                alone.add(orderNanos(one.node(0), i));
            }
            double ratio = (double) median(routed) / median(alone);

            log.info(
                    "An order: {} ms with two nodes, {} ms with one, ratio {}",
                    median(routed) / 1e6,
                    median(alone) / 1e6,
                    ratio);
            assertThat(ratio).isLessThan(5);
        }
    }

    private static long orderNanos(NodeProcess node, int number) {
        Request order = SplitSystem.order("latency", "l" + number);
        long begin = System.nanoTime();
        Response placed = SharedSystem.exchange(node.port(), order);
        long nanos = System.nanoTime() - begin;
        assertThat(placed.status()).as(placed.body()).isIn(201, 202);
        return nanos;
    }

    /** Of the second half: the first one warms up. */
    private static long median(List<Long> nanos) {
        List<Long> sorted = nanos.stream().skip(nanos.size() / 2).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
