package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.RoutedNodes.Outcomes;
import io.firstcome.standalone.load.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One of two command nodes that route commands ends or freezes under load: it costs seconds, and never a wrong answer. */
@Tag("parallel")
class RoutingEndIT {

    private static final int CONNECTIONS = 32;
    private static final int BEFORE_THE_END = 400;
    private static final int AFTER_THE_END = 400;
    private static final int CAMPAIGNS = 8;
    private static final Duration FREEZE = Duration.ofSeconds(9);

    /** Beside other tests everything takes longer; {@code -Dfirstcome.quiet=true} for a machine that does nothing else. */
    private static final Duration SLACK = Duration.ofSeconds(Boolean.getBoolean("firstcome.quiet") ? 0 : 15);

    private static final Duration NOT_FOR_A_TIMEOUT = Duration.ofSeconds(5).plus(SLACK);
    /** By the other node: its timeout, and what lies between two looks. */
    private static final Duration NOTICED = Duration.ofSeconds(7).plus(SLACK);
    /** Also when it froze in a transaction that has the head of the store, which the database ends after 5 s. */
    private static final Duration LONGEST = Duration.ofSeconds(13).plus(SLACK);

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private RoutedNodes nodes;

    @BeforeEach
    void start() {
        nodes = RoutedNodes.routed(2);
        for (int i = 0; i < CAMPAIGNS; i++) {
            SplitSystem.createCoupon(nodes.node(0), "end-" + i);
        }
    }

    @AfterEach
    void stop() {
        nodes.close();
    }

    @Test
    void givenLoad_whenANodeIsKilled_thenEachRequestHasOneOutcomeAndNobodyWaitsForATimeout() throws Exception {
        NodeProcess killed = nodes.node(1);
        List<Load.Exchange> exchanges = load(killed::kill9, () -> !killed.isAlive());

        assertThat(atTheOther(exchanges)).isNotEmpty().allSatisfy(exchange -> {
            assertThat(exchange.response()).isNotNull();
            assertThat(Duration.ofNanos(exchange.nanos())).isLessThan(NOT_FOR_A_TIMEOUT);
        });
        nodes.replace(killed);
        assertExact(exchanges);
    }

    @Test
    void givenLoad_whenANodeIsStopped_thenNoRequestAtTheOtherFails() throws Exception {
        NodeProcess stopped = nodes.node(1);
        List<Load.Exchange> exchanges = load(stopped::terminate, () -> !stopped.isAlive());

        assertThat(atTheOther(exchanges))
                .isNotEmpty()
                .allSatisfy(exchange -> assertThat(exchange.response())
                        .isNotNull()
                        .matches(response -> response.status() == 201, "201"));
        nodes.replace(stopped);
        assertExact(exchanges);
    }

    @Test
    void givenLoad_whenANodeFreezesAndWakes_thenTheOtherGoesOnWithinSecondsAndEachRequestHasOneOutcome()
            throws Exception {
        NodeProcess frozen = nodes.node(1);
        List<Load.Exchange> exchanges = load(
                () -> {
                    long begin = System.nanoTime();
                    Signals.send("STOP", frozen.pid());
                    Awaitility.await()
                            .atMost(NOTICED)
                            .until(() -> RoutedNodes.metric(nodes.node(0), "firstcome_routing_members") == 1);
                    Awaitility.await().until(() -> System.nanoTime() - begin > FREEZE.toNanos());
                    Signals.send("CONT", frozen.pid());
                },
                () -> RoutedNodes.metric(nodes.node(0), "firstcome_routing_members") == 2);

        assertThat(atTheOther(exchanges)).isNotEmpty().allSatisfy(exchange -> {
            assertThat(exchange.response()).isNotNull();
            assertThat(Duration.ofNanos(exchange.nanos())).isLessThan(LONGEST);
        });
        nodes.awaitGroup();
        assertExact(exchanges);
    }

    /** Even numbers were sent to the node that lives. */
    private static List<Load.Exchange> atTheOther(List<Load.Exchange> exchanges) {
        return exchanges.stream()
                .filter(exchange ->
                        Integer.parseInt(exchange.request().body().replaceAll(".*\"u(\\d+)\".*", "$1")) % 2 == 0)
                .toList();
    }

    private void assertExact(List<Load.Exchange> exchanges) {
        Outcomes outcomes = new Outcomes().note(exchanges);
        assertThat(outcomes.issued).isNotEmpty();
        outcomes.repeatOpen(nodes.node(0));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            outcomes.repeatOpen(nodes.node(1));
            assertThat(outcomes.open).isEmpty();
        });
        assertThat(outcomes.refused).isEmpty();
        List<String> users = new ArrayList<>();
        for (int i = 0; i < CAMPAIGNS; i++) {
            nodes.issues("end-" + i).forEach((user, serials) -> {
                users.add(user);
                assertThat(outcomes.issued).containsEntry(user, serials);
            });
        }
        assertThat(users).containsExactlyInAnyOrderElementsOf(outcomes.issued.keySet());
    }

    /** Publishes at both nodes; after some hundred requests the end of one begins, and some hundred after it the load ends. */
    private List<Load.Exchange> load(Runnable end, BooleanSupplier over) throws InterruptedException {
        CountDownLatch moment = new CountDownLatch(BEFORE_THE_END);
        AtomicInteger more = new AtomicInteger(AFTER_THE_END);
        Thread ending = Thread.ofVirtual().start(() -> {
            awaitUninterruptibly(moment);
            end.run();
        });
        List<Load.Exchange> exchanges = nodes.spreadUntil(
                () -> moment.getCount() == 0 && !ending.isAlive() && over.getAsBoolean() && more.decrementAndGet() < 0,
                CONNECTIONS,
                number -> {
                    moment.countDown();
                    return SplitSystem.publish("end-" + number % CAMPAIGNS, "u" + number);
                });
        ending.join();
        return exchanges;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
