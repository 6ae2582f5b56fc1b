package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firstcome.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Faults of one member of a cluster under load. Each drill is healed at its end; what it gave is a line of
 * {@code target/drills.md}, from which docs/operations/drills.md is kept.
 */
@TestMethodOrder(OrderAnnotation.class)
class DrillIT {
    private static final Duration SETTLED = Duration.ofSeconds(60);

    /** How long commands may be without a node. The short form shares its machine with other tests. */
    private static final Duration SERVED_AGAIN =
            Duration.ofSeconds("all".equals(System.getProperty("firstcome.drills")) ? 10 : 25);

    /** Four nodes that have never been asked take seconds for their first answers. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static final List<String> LINES = new ArrayList<>();
    private static RunningCluster cluster;

    @BeforeAll
    static void up() {
        assumeTrue(Haproxy.find().isPresent(), "HAProxy is missing, no drill was run: apt install haproxy");
        cluster = new RunningCluster(folder.resolve("cluster"));
        long begun = System.nanoTime();
        cluster.must("up", "--nodes", "2", "--port", Integer.toString(FreePort.any()));
        LINES.add(String.format(Locale.ROOT, "`./cluster up` took %.0f s.", (System.nanoTime() - begun) / 1e9));
        new Drill(cluster, "warm-up").run(() -> {}, WARM_UP);
    }

    @AfterAll
    static void down() throws IOException {
        if (cluster != null) {
            long begun = System.nanoTime();
            String said = cluster.must("down");
            LINES.add(String.format(Locale.ROOT, "`./cluster down` took %.0f s.", (System.nanoTime() - begun) / 1e9));
            assertThat(said).contains("haproxy has stopped", "mysql has stopped");
            Files.write(Path.of(System.getProperty("basedir", "."), "target", "drills.md"), LINES);
        }
    }

    @Test
    @Order(1)
    void givenClusterThatRuns_whenAskedAndStartedAgain_thenEverythingIsReadyAndNothingIsStarted() {
        String before = cluster.must("status");

        assertThat(before.lines().filter(line -> line.contains(" ready "))).hasSize(15);
        assertThat(cluster.must("up").strip()).isEqualTo(before.strip());
    }

    @Test
    @Order(2)
    void givenCommandNode_whenKilled_thenCommandsAreServedAgainWithinTenSeconds() throws SQLException {
        Drill drill = new Drill(cluster, "kill-command");
        drill.run(() -> cluster.must("kill", "command-1"), Duration.ofSeconds(12));
        heal(drill, "`kill -9` of command-1");

        drill.assertLawsHold();
        assertThat(drill.commandsServedAgainAfter()).isLessThan(SERVED_AGAIN);
        assertThat(drill.failedReads()).isEmpty();
        // The negative control: one acknowledgement that the store does not have is found.
        drill.journal()
                .add(
                        KeyedRequest.publish("forged", "nobody", "kill-command-1"),
                        new Exchange(0, 1, 201, "{\"serial\":1}"));
        assertThat(drill.violations())
                .hasSize(2)
                .allSatisfy(
                        violation -> assertThat(violation).startsWith("L1: ").contains("nobody"));
        // And so is an event that views and Kafka do not have.
        StoredEvents store = drill.store();
        store.of("coupon:kill-command-1").add(StoredEvents.StoredEvent.of(1_000_000, "CouponIssued", "{}"));
        assertThat(SystemCheck.violations(cluster, store))
                .hasSize(2)
                .anySatisfy(violation -> assertThat(violation).startsWith("L4: coupon:kill-command-1 issued"))
                .anySatisfy(violation -> assertThat(violation).startsWith("L7: coupon:kill-command-1 has"));
    }

    @Test
    @Order(3)
    void givenCommandNode_whenStoppedAndContinued_thenTheOtherServesAndNothingIsDoneTwice() {
        Drill drill = new Drill(cluster, "stop-command");
        drill.run(() -> cluster.putToSleep("command-1", Duration.ofSeconds(15)), Duration.ofSeconds(5));
        heal(drill, "SIGSTOP of command-1 for 15 s");

        drill.assertLawsHold();
        // Also when it was stopped with the row locked that numbers the events.
        assertThat(drill.commandsServedAgainAfter()).isLessThan(SERVED_AGAIN);
        assertThat(drill.failedReads()).isEmpty();
    }

    @Test
    @Order(4)
    void givenRedisPrimary_whenKilled_thenTheReplicaIsPrimaryWithinFifteenSecondsAndReadsGoOn() {
        int before = cluster.redisPrimary().orElseThrow();
        String member = before == cluster.layout().port("redis-1") ? "redis-1" : "redis-2";
        Drill drill = new Drill(cluster, "kill-redis");
        List<Duration> failOver = new ArrayList<>();
        drill.run(
                () -> {
                    long begun = System.nanoTime();
                    cluster.must("kill", member);
                    await().atMost(SERVED_AGAIN.plusSeconds(5))
                            .pollInterval(Duration.ofMillis(100))
                            .until(() -> cluster.redisPrimary().orElse(before) != before);
                    failOver.add(Duration.ofNanos(System.nanoTime() - begun));
                },
                Duration.ofSeconds(4));
        heal(
                drill,
                "`kill -9` of the primary Redis",
                String.format(
                        Locale.ROOT,
                        "the replica was primary after %.1f s",
                        failOver.getFirst().toMillis() / 1e3));

        drill.assertLawsHold();
        assertUnnoticed(drill);
    }

    @Test
    @Order(5)
    void givenBroker_whenKilled_thenCustomersSeeNothingAndTheBridgeCatchesUp() {
        Drill drill = new Drill(cluster, "kill-kafka");
        drill.run(() -> cluster.must("kill", "kafka-1"), Duration.ofSeconds(10));
        long begun = System.nanoTime();
        await().atMost(SETTLED).until(() -> cluster.lag("kafka-bridge") == 0);
        long lagged = System.nanoTime() - begun;
        heal(
                drill,
                "`kill -9` of kafka-1",
                String.format(Locale.ROOT, "the bridge had sent everything %.1f s after the load", lagged / 1e9));

        drill.assertLawsHold();
        assertUnnoticed(drill);
    }

    @Test
    @Order(6)
    void givenQueryNode_whenKilled_thenReadsAreAnsweredByTheOther() {
        Drill drill = new Drill(cluster, "kill-query");
        drill.run(() -> cluster.must("kill", "query-1"), Duration.ofSeconds(8));
        heal(drill, "`kill -9` of query-1");

        drill.assertLawsHold();
        assertUnnoticed(drill);
    }

    @Test
    @Order(7)
    void givenDatabase_whenStoppedAndContinued_thenCommandsAreServedAgainSoonAfter() {
        Duration asleep = Duration.ofSeconds(8);
        Drill drill = new Drill(cluster, "stop-mysql");
        drill.run(() -> cluster.putToSleep("mysql", asleep), Duration.ofSeconds(10));
        heal(drill, "SIGSTOP of mysql for 8 s");

        drill.assertLawsHold();
        assertThat(drill.commandsServedAgainAfter()).isLessThan(asleep.plus(SERVED_AGAIN));
    }

    @Test
    @Order(8)
    @LongForm
    void givenTwoBrokers_whenKilled_thenCustomersSeeNothingAndTheBridgeCatchesUp() {
        Drill drill = new Drill(cluster, "kill-kafka-2");
        drill.run(() -> cluster.must("kill", "kafka-2", "kafka-3"), Duration.ofSeconds(15));
        heal(drill, "`kill -9` of kafka-2 and kafka-3");

        drill.assertLawsHold();
        assertUnnoticed(drill);
    }

    @Test
    @Order(9)
    @LongForm
    void givenQueryNode_whenStoppedAndContinued_thenReadsAreAnsweredByTheOther() {
        Drill drill = new Drill(cluster, "stop-query");
        drill.run(() -> cluster.putToSleep("query-1", Duration.ofSeconds(15)), Duration.ofSeconds(5));
        heal(drill, "SIGSTOP of query-1 for 15 s");

        drill.assertLawsHold();
        assertUnnoticed(drill);
    }

    @Test
    @Order(10)
    @LongForm
    void givenRedisPrimary_whenStoppedAndContinued_thenNobodyNotices() {
        int primary = cluster.redisPrimary().orElseThrow();
        String member = primary == cluster.layout().port("redis-1") ? "redis-1" : "redis-2";
        Drill drill = new Drill(cluster, "stop-redis");
        drill.run(() -> cluster.putToSleep(member, Duration.ofSeconds(10)), Duration.ofSeconds(5));
        heal(drill, "SIGSTOP of the primary Redis for 10 s");

        drill.assertLawsHold();
        assertUnnoticed(drill);
    }

    @Test
    @Order(11)
    @LongForm
    void givenGateway_whenStoppedAndContinued_thenEveryCardIsChargedOnce() {
        Drill drill = new Drill(cluster, "stop-gateway");
        drill.run(() -> cluster.putToSleep("gateway", Duration.ofSeconds(12)), Duration.ofSeconds(5));
        heal(drill, "SIGSTOP of the card gateway for 12 s");

        drill.assertLawsHold();
        assertUnnoticed(drill);
    }

    @Test
    @Order(12)
    @LongForm
    void givenDatabase_whenKilledAndStarted_thenCommandsAreServedAgainSoonAfter() {
        Drill drill = new Drill(cluster, "kill-mysql");
        List<Duration> away = new ArrayList<>();
        drill.run(
                () -> {
                    long begun = System.nanoTime();
                    cluster.must("kill", "mysql");
                    cluster.must("heal");
                    away.add(Duration.ofNanos(System.nanoTime() - begun));
                },
                Duration.ofSeconds(10));
        heal(drill, "`kill -9` of mysql, started again at once");

        drill.assertLawsHold();
        assertThat(drill.commandsServedAgainAfter()).isLessThan(away.getFirst().plus(SERVED_AGAIN));
    }

    /** L6. */
    @Test
    @Order(20)
    void givenAllDrills_whenTheViewsAreMadeAnew_thenTheyAreTheSame() throws SQLException {
        Map<String, String> live = cluster.viewChecksums();
        List<JsonNode> rebuildable = cluster.processors().stream()
                .filter(processor -> processor.path("rebuildable").asBoolean())
                .toList();
        assertThat(rebuildable).hasSizeGreaterThan(8);

        rebuildable.forEach(processor -> cluster.operator(
                "POST", "/api/v1/processor/" + processor.path("name").asString() + "/rebuild", ""));

        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> cluster.processors().stream()
                        .filter(processor -> processor.path("rebuildable").asBoolean())
                        .allMatch(processor -> processor.path("lag").asLong() == 0
                                && processor
                                        .path("rebuild")
                                        .path("state")
                                        .asString()
                                        .equals("DONE")));
        assertThat(cluster.viewChecksums()).isEqualTo(live);
    }

    private static void assertUnnoticed(Drill drill) {
        assertThat(drill.failedReads()).isEmpty();
        assertThat(drill.failedCommands()).isEmpty();
    }

    private static void heal(Drill drill, String what) {
        heal(drill, what, "");
    }

    private static void heal(Drill drill, String what, String more) {
        String line = drill.line(what, more);
        LINES.add(line);
        System.getLogger(DrillIT.class.getName()).log(System.Logger.Level.INFO, line);
        cluster.must("heal");
        cluster.must("status");
    }
}
