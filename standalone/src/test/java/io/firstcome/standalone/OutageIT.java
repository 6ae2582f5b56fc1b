package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.embedded.EmbeddedKafka;
import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server fails while people buy. {@code -Dfirstcome.outage.seconds} makes the outages longer. */
class OutageIT {

    private static final int CONNECTIONS = 16;
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("firstcome.outage.seconds", 12));

    @Test
    void givenLoad_whenRedisIsKilledAndComesBackEmpty_thenNoWrongAnswerAndTheCountersRefill(@TempDir Path data) {
        try (StandaloneProcess system = StandaloneProcess.start(data)) {
            String coupon = SharedSystem.newCampaign(system.port(), 1_000_000);
            long redis = system.redisPid();

            Load.Result result = loadDuring(system, coupon, () -> {
                ProcessHandle.of(redis).orElseThrow().destroyForcibly();
                LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
            });

            int issued = 0;
            for (Load.Exchange exchange : result.exchanges()) {
                Response response = Objects.requireNonNull(exchange.response());
                assertThat(response.status()).isIn(200, 201);
                issued += response.status() == 201 ? 1 : 0;
            }
            assertThat(system.redisPid()).isNotEqualTo(redis);
            ObservedState truth = new ObservedState(system);
            assertThat(truth.issues(coupon)).hasSize(issued);
            assertThat(truth.coupon(coupon, issued).get("issued").asInt()).isEqualTo(issued);
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(truth::caughtUp);
            assertThat(truth.coupon(coupon, issued).get("issued").asInt()).isEqualTo(issued);
        }
    }

    @Test
    void givenLoad_whenTheDatabaseFreezes_thenRefusalsAndNoFalseSuccessAndRecoveryWithoutRestart(@TempDir Path data)
            throws Exception {
        try (StandaloneProcess system = StandaloneProcess.start(data)) {
            String coupon = SharedSystem.newCampaign(system.port(), 1_000_000);
            long database = system.mariaDbPid();

            Load.Result result = loadDuring(system, coupon, () -> {
                Signals.send("STOP", database);
                LockSupport.parkNanos(OUTAGE.toNanos());
                Signals.send("CONT", database);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> SharedSystem.exchange(
                                                system.port(),
                                                SharedSystem.publish(coupon, SharedSystem.newName("again")))
                                        .status()
                                == 201);
            });

            Set<Integer> acknowledged = new HashSet<>();
            for (Load.Exchange exchange : result.exchanges()) {
                Response response = Objects.requireNonNull(exchange.response(), "an answer within 30 s");
                assertThat(response.status()).as(response.body()).isIn(200, 201, 503);
                if (response.status() == 201) {
                    assertThat(acknowledged.add(response.serial())).isTrue();
                } else if (response.status() == 503) {
                    assertThat(response.headers()).containsKey("retry-after");
                    assertThat(response.code()).isIn("UNAVAILABLE", "OUTCOME_UNKNOWN", "READ_MODEL_BEHIND");
                }
            }
            assertThat(result.count(503)).isPositive();
            List<Integer> stored = new ObservedState(system)
                    .issues(coupon).stream().map(ObservedState.Issue::serial).toList();
            assertThat(stored)
                    .isEqualTo(IntStream.rangeClosed(1, stored.size()).boxed().toList())
                    .containsAll(acknowledged);
        }
    }

    @Test
    void givenLoad_whenKafkaStops_thenSellingGoesOnAndLaterNothingIsMissingOrOutOfOrder(
            @TempDir Path data, @TempDir Path kafkaData) {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(kafkaData);
                StandaloneProcess system = StandaloneProcess.start(
                        data, List.of("-Dfirstcome.kafka.bootstrap-servers=" + kafka.bootstrapServers()))) {
            String coupon = SharedSystem.newCampaign(system.port(), 1_000_000);

            Load.Result result = loadDuring(system, coupon, () -> {
                LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
                kafka.stop();
                LockSupport.parkNanos(OUTAGE.toNanos());
                kafka.start();
            });

            assertThat(result.exchanges())
                    .allSatisfy(exchange -> assertThat(
                                    Objects.requireNonNull(exchange.response()).status())
                            .isIn(200, 201));
            ObservedState truth = new ObservedState(system);
            Awaitility.await().atMost(Duration.ofSeconds(150)).until(truth::caughtUp);
            List<Integer> serials = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (JsonNode event : KafkaTopic.events(kafka.bootstrapServers(), coupon)) {
                // A consumer drops what it has seen by the event's id; what is left must be whole and in order.
                if (ids.add(event.get("id").asString())
                        && event.get("type").asString().contains("CouponIssued")) {
                    serials.add(event.get("data").get("serial").asInt());
                }
            }
            assertThat(serials)
                    .isEqualTo(truth.issues(coupon).stream()
                            .map(ObservedState.Issue::serial)
                            .toList());
        }
    }

    /** Publishes and reads, two to one, while {@code outage} runs and a second after it. */
    private static Load.Result loadDuring(StandaloneProcess system, String coupon, Runnable outage) {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> outageDone = CompletableFuture.runAsync(() -> {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            try {
                outage.run();
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            } finally {
                over.set(true);
            }
        });
        Load.Result result = Load.runUntil(
                over::get,
                system.port(),
                CONNECTIONS,
                number -> number % 3 == 2
                        ? Request.get("/api/v1/coupon/" + coupon, SharedSystem.OPERATOR)
                        : SharedSystem.publish(coupon, Integer.toString(number + 1)));
        outageDone.join();
        assertThat(result.count(201)).isPositive();
        return result;
    }
}
