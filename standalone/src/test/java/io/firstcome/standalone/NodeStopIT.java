package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes of each kind, which start at once on an empty database: one of them is stopped or killed under load. */
@Tag("parallel")
class NodeStopIT {

    private static final int CONNECTIONS = 16;
    private static final int BEFORE_THE_END = 400;
    /** Another node looks for segments without an owner once a second; a claim that was not released lasts for 10 s. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String PROCESS = "order-process";
    private static final String VIEW = "user-coupon";

    private static SplitSystem system;
    private static List<NodeProcess> commandNodes;
    private static List<NodeProcess> queryNodes;

    @BeforeAll
    static void startAllAtOnce() {
        system = new SplitSystem();
        commandNodes = new ArrayList<>(
                List.of(system.launch(SplitSystem.COMMAND_NODE), system.launch(SplitSystem.COMMAND_NODE)));
        queryNodes =
                new ArrayList<>(List.of(system.launch(SplitSystem.QUERY_NODE), system.launch(SplitSystem.QUERY_NODE)));
        commandNodes.forEach(NodeProcess::awaitReady);
        queryNodes.forEach(NodeProcess::awaitReady);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    /** The one of these nodes that has that processor. */
    private static NodeProcess ownerOf(String processor, List<NodeProcess> nodes) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> nodes.stream()
                                .filter(node -> node.pid() == system.ownerOf(processor))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Starts another node in the place of one that has ended. */
    private static void replace(List<NodeProcess> nodes, NodeProcess ended) {
        nodes.remove(ended);
        nodes.add(system.launch(ended.module()).awaitReady());
    }

    @Test
    void givenLoad_whenACommandNodeIsStopped_thenWhatItTookIsAnsweredAndAnotherTakesOver() throws Exception {
        NodeProcess node = ownerOf(PROCESS, commandNodes);
        SplitSystem.createCoupon(node, "stopped");
        List<Integer> readiness;
        Load.Result result;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Integer>> watch = threads.submit(() -> readinessUntilItsEnd(node));
            result = load(node, "stopped", node::terminate, () -> !node.isAlive());
            readiness = watch.get(1, TimeUnit.MINUTES);
        }
        Answers answers = new Answers();
        answers.note(result);

        assertThat(node.awaitExit()).isEqualTo(143);
        assertThat(readiness.stream().dropWhile(status -> status == 200))
                .as("ready again while it stops")
                .doesNotContain(200);
        NodeProcess other = commandNodes.get(1 - commandNodes.indexOf(node));
        Awaitility.await().atMost(AT_ONCE).until(() -> system.ownerOf(PROCESS) == other.pid());
        assertThat(answers.acknowledged).isNotEmpty();
        // Nothing was done for a request without an answer.
        assertThat(SplitSystem.issues(queryNodes.getFirst(), "stopped")).isEqualTo(answers.acknowledged);
        SplitSystem.createProduct(other, "taken-over", 10);
        Response placed = SharedSystem.exchange(other.port(), SplitSystem.order("taken-over", "buyer"));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        replace(commandNodes, node);
    }

    @Test
    void givenLoad_whenACommandNodeIsKilled_thenEachRequestHasOneOutcome() throws Exception {
        NodeProcess node = ownerOf(PROCESS, commandNodes);
        SplitSystem.createCoupon(node, "killed");
        Answers answers = new Answers();
        answers.note(load(node, "killed", node::kill9, () -> !node.isAlive()));
        assertThat(answers.acknowledged).isNotEmpty();
        replace(commandNodes, node);

        answers.repeatUnanswered(commandNodes.getLast());

        assertThat(answers.unanswered).isEmpty();
        assertThat(SplitSystem.issues(queryNodes.getFirst(), "killed")).isEqualTo(answers.acknowledged);
    }

    @Test
    void givenLoad_whenAQueryNodeIsKilled_thenTheViewsOfAnotherHaveEverythingOnce() throws Exception {
        NodeProcess node = ownerOf(VIEW, queryNodes);
        NodeProcess commandNode = commandNodes.getFirst();
        SplitSystem.createCoupon(commandNode, "viewed");
        Answers answers = new Answers();
        AtomicInteger more = new AtomicInteger(BEFORE_THE_END);
        answers.note(load(commandNode, "viewed", node::kill9, () -> !node.isAlive() && more.decrementAndGet() < 0));
        answers.repeatUnanswered(commandNode);
        replace(queryNodes, node);

        int issued = answers.acknowledged.size();
        for (NodeProcess queryNode : queryNodes) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(SplitSystem.read(queryNode, "/coupon/viewed")
                                    .get("issued")
                                    .asInt())
                            .isEqualTo(issued));
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.jdbc()
                                .queryForList(
                                        "SELECT user_id FROM user_coupon_view WHERE coupon_id = 'viewed'",
                                        String.class))
                        .containsExactlyInAnyOrderElementsOf(answers.acknowledged.keySet()));
    }

    private static List<Integer> readinessUntilItsEnd(NodeProcess node) {
        List<Integer> statuses = new ArrayList<>();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            statuses.add(node.readiness());
            return !node.isAlive();
        });
        return statuses;
    }

    /** Publishes without a pause; after some hundred requests the end of something begins. */
    private static Load.Result load(NodeProcess node, String coupon, Runnable end, BooleanSupplier over)
            throws InterruptedException {
        CountDownLatch moment = new CountDownLatch(BEFORE_THE_END);
        Thread ending = Thread.ofVirtual().start(() -> {
            awaitUninterruptibly(moment);
            end.run();
        });
        Load.Result result = Load.runUntil(over, node.port(), CONNECTIONS, number -> {
            moment.countDown();
            return SplitSystem.publish(coupon, "u" + number);
        });
        ending.join();
        return result;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What became of requests of one campaign, by user. */
    private static final class Answers {

        /** The serials of the pieces that each user was told of. */
        private final Map<String, List<Integer>> acknowledged = new HashMap<>();

        private final List<Request> unanswered = new ArrayList<>();

        void note(Load.Result result) {
            result.exchanges().forEach(exchange -> note(exchange.request(), exchange.response()));
        }

        private void note(Request request, @Nullable Response response) {
            if (response == null || response.status() == 503) {
                unanswered.add(request);
            } else {
                assertThat(response.status()).as(response.body()).isEqualTo(201);
                String user = request.body().replaceAll(".*\"userId\":\"([^\"]+)\".*", "$1");
                acknowledged.put(user, List.of(response.serial()));
            }
        }

        void repeatUnanswered(NodeProcess node) {
            List<Request> again = List.copyOf(unanswered);
            unanswered.clear();
            for (Request request : again) {
                note(request, SharedSystem.exchange(node.port(), request));
            }
        }
    }
}
