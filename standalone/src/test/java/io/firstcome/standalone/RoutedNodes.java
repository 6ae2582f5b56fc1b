package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Command nodes on one database, which route commands to each other, or do not. */
final class RoutedNodes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final SplitSystem system = new SplitSystem();
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final boolean routed;

    private RoutedNodes(int count, boolean routed) {
        this.routed = routed;
        for (int i = 0; i < count; i++) {
            nodes.add(launch());
        }
        nodes.forEach(NodeProcess::awaitReady);
        awaitGroup();
    }

    static RoutedNodes routed(int count) {
        return new RoutedNodes(count, true);
    }

    static RoutedNodes unrouted(int count) {
        return new RoutedNodes(count, false);
    }

    private NodeProcess launch() {
        return system.launch(
                SplitSystem.COMMAND_NODE,
                routed
                        ? Map.of(
                                "FIRSTCOME_ROUTING_ENABLED", "true",
                                "FIRSTCOME_ROUTING_PORT", Integer.toString(freePort()),
                                "FIRSTCOME_ROUTING_SECRET", "another-secret-of-this-test-with-32-bytes")
                        : Map.of());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    NodeProcess node(int number) {
        return nodes.get(number);
    }

    /** Starts another node in the place of one that has ended. */
    void replace(NodeProcess ended) {
        nodes.set(nodes.indexOf(ended), launch().awaitReady());
        awaitGroup();
    }

    /** Waits until each node knows of all the others. */
    void awaitGroup() {
        if (routed) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(nodes)
                            .allMatch(node -> metric(node, "firstcome_routing_members") == nodes.size()));
        }
    }

    SplitSystem system() {
        return system;
    }

    /** The sum of the samples of a metric whose name and labels begin so; 0 when there is none. */
    static double metric(NodeProcess node, String start) {
        String page =
                NodeProcess.get(node.managementPort(), "/actuator/prometheus").body();
        return page.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The same of all nodes together. */
    double metric(String start) {
        return nodes.stream().mapToDouble(node -> metric(node, start)).sum();
    }

    /** Sends the requests numbered from 0, those with an even number to the first node and the others to the second. */
    List<Load.Exchange> spread(int connections, int count, IntFunction<Request> requests) {
        return atBoth(
                port -> Load.run(port, connections / 2, count / 2, number -> requests.apply(2 * number)),
                port -> Load.run(port, connections / 2, count / 2, number -> requests.apply(2 * number + 1)));
    }

    /** The same until it is over. */
    List<Load.Exchange> spreadUntil(BooleanSupplier over, int connections, IntFunction<Request> requests) {
        return atBoth(
                port -> Load.runUntil(over, port, connections / 2, number -> requests.apply(2 * number)),
                port -> Load.runUntil(over, port, connections / 2, number -> requests.apply(2 * number + 1)));
    }

    private List<Load.Exchange> atBoth(IntFunction<Load.Result> first, IntFunction<Load.Result> second) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int otherPort = nodes.get(1).port();
            Future<Load.Result> other = threads.submit(() -> second.apply(otherPort));
            List<Load.Exchange> all =
                    new ArrayList<>(first.apply(nodes.getFirst().port()).exchanges());
            all.addAll(other.get().exchanges());
            return all;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What each user has of the campaign by its events: the serials of the pieces. */
    Map<String, List<Integer>> issues(String coupon) {
        Map<String, List<Integer>> issues = new HashMap<>();
        system.jdbc()
                .query(
                        "SELECT payload FROM domain_event WHERE aggregate_id = ? AND event_type = 'CouponIssued'",
                        row -> {
                            JsonNode issued = JSON.readTree(new String(row.getBytes(1), StandardCharsets.UTF_8));
                            issues.computeIfAbsent(issued.get("userId").asString(), user -> new ArrayList<>())
                                    .add(issued.get("serial").asInt());
                        },
                        "coupon:" + coupon);
        return issues;
    }

    /** How many events of that type there are. */
    int events(String type) {
        Integer count = system.jdbc()
                .queryForObject("SELECT COUNT(*) FROM domain_event WHERE event_type = ?", Integer.class, type);
        return count == null ? 0 : count;
    }

    /** What users were told about their requests for one campaign. */
    static final class Outcomes {

        private static final Pattern USER = Pattern.compile("\"userId\":\"([^\"]+)\"");

        final Map<String, List<Integer>> issued = new HashMap<>();
        final List<Request> refused = new ArrayList<>();
        final List<Request> open = new ArrayList<>();
        private final Set<Request> repeated = new HashSet<>();

        Outcomes note(List<Load.Exchange> exchanges) {
            exchanges.forEach(exchange -> note(exchange.request(), exchange.response()));
            return this;
        }

        void note(Request request, @Nullable Response response) {
            if (response == null || response.status() == 503 || isStillRunning(request, response)) {
                open.add(request);
            } else if (response.status() == 201) {
                issued.put(user(request), List.of(response.serial()));
            } else {
                assertThat(response.code()).as(response.body()).isEqualTo("COUPON_SOLD_OUT");
                refused.add(request);
            }
        }

        /** Of one that is sent again, the first may still be under way. */
        private boolean isStillRunning(Request request, Response response) {
            return repeated.contains(request) && response.code().equals("IDEMPOTENCY_KEY_IN_USE");
        }

        private static String user(Request request) {
            Matcher matcher = USER.matcher(request.body());
            assertThat(matcher.find()).isTrue();
            return matcher.group(1);
        }

        /** Sends what has no outcome yet again, with its key. */
        void repeatOpen(NodeProcess node) {
            List<Request> again = List.copyOf(open);
            open.clear();
            repeated.addAll(again);
            again.forEach(request -> note(request, SharedSystem.exchange(node.port(), request)));
        }
    }

    @Override
    public void close() {
        system.close();
    }
}
