package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 under load, again and again: what was acknowledged is there once, what was not answered has one outcome.
 *
 * <p>The campaign allows a user many pieces, so that nothing but the idempotency key stands between a repeated request
 * and a second piece. {@code -Dfirstcome.crash.rounds=20} for the long run.
 */
@Tag("parallel")
class CrashIT {

    private static final int ROUNDS = Integer.getInteger("firstcome.crash.rounds", 2);
    private static final int CONNECTIONS = 32;

    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final List<Request> unanswered = new ArrayList<>();
    private final Random random = new Random(20261120);

    @Test
    void givenLoad_whenKilledAgainAndAgain_thenNothingAcknowledgedIsLostOrDoubled(@TempDir Path data) throws Exception {
        String coupon = "crash";
        for (int round = 0; round < ROUNDS; round++) {
            try (StandaloneProcess system = StandaloneProcess.start(data)) {
                if (round == 0) {
                    create(system, coupon);
                }
                repeatUnanswered(system);
                loadAndKill(system, coupon, round);
            }
        }
        try (StandaloneProcess system = StandaloneProcess.start(data)) {
            repeatUnanswered(system);
            assertThat(unanswered).isEmpty();
            assertStoredOnce(new ObservedState(system), coupon);
            assertRebuiltViewsEqualTheLiveOnes(system, coupon);
        }
    }

    private static void create(StandaloneProcess system, String coupon) {
        Response created = SharedSystem.exchange(
                system.port(),
                Request.post(
                        "/api/v1/coupon",
                        SharedSystem.OPERATOR,
                        "{\"couponId\":\"" + coupon + "\",\"name\":\"crash\",\"quantity\":10000000,"
                                + "\"limitPerUser\":100,\"discount\":{\"type\":\"FIXED\",\"value\":1000}}"));
        assertThat(created.status()).isEqualTo(201);
    }

    private void loadAndKill(StandaloneProcess system, String coupon, int round) throws InterruptedException {
        AtomicBoolean killed = new AtomicBoolean();
        CountDownLatch moment = new CountDownLatch(200 + random.nextInt(1_500));
        Thread killer = Thread.ofVirtual().start(() -> {
            awaitUninterruptibly(moment);
            if (round % 2 == 0) {
                system.kill9();
            } else {
                system.kill9WithServers();
            }
            killed.set(true);
        });
        Load.Result result = Load.runUntil(killed::get, system.port(), CONNECTIONS, number -> {
            moment.countDown();
            return keyedPublish(coupon, "r" + round + "-" + number);
        });
        killer.join();
        for (Load.Exchange exchange : result.exchanges()) {
            note(exchange.request(), exchange.response());
        }
        assertThat(result.count(201)).as("pieces issued before the crash").isPositive();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(Request request, @Nullable Response response) {
        if (response == null || response.status() == 503) {
            unanswered.add(request);
        } else {
            assertThat(response.status()).isEqualTo(201);
            String user = userOf(request);
            Integer before = acknowledged.put(user, response.serial());
            assertThat(before).as("an answer that changed").isIn(null, response.serial());
        }
    }

    private void repeatUnanswered(StandaloneProcess system) {
        List<Request> again = List.copyOf(unanswered);
        unanswered.clear();
        for (Request request : again) {
            note(request, SharedSystem.exchange(system.port(), request));
        }
    }

    private void assertStoredOnce(ObservedState truth, String coupon) {
        List<ObservedState.Issue> issues = truth.issues(coupon);
        assertThat(issues.stream().map(ObservedState.Issue::serial).toList())
                .isEqualTo(IntStream.rangeClosed(1, issues.size()).boxed().toList());
        assertThat(issues.stream().collect(Collectors.toMap(ObservedState.Issue::userId, ObservedState.Issue::serial)))
                .as("each request once, as acknowledged")
                .isEqualTo(acknowledged);
        assertThat(truth.coupon(coupon, issues.size()).get("issued").asInt()).isEqualTo(issues.size());
    }

    private static void assertRebuiltViewsEqualTheLiveOnes(StandaloneProcess system, String coupon) {
        ObservedState truth = new ObservedState(system);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(truth::caughtUp);
        List<String> coupons = truth.rows("SELECT * FROM coupon_view ORDER BY coupon_id");
        List<String> pieces = truth.rows("SELECT * FROM user_coupon_view ORDER BY user_id, coupon_id, serial");
        for (String processor : List.of("coupon", "user-coupon", "coupon-counter")) {
            Response response = SharedSystem.exchange(
                    system.port(),
                    Request.post("/api/v1/processor/" + processor + "/rebuild", SharedSystem.OPERATOR, ""));
            assertThat(response.status()).as(response.body()).isEqualTo(202);
        }
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(truth::caughtUp);
        assertThat(truth.rows("SELECT * FROM coupon_view ORDER BY coupon_id")).isEqualTo(coupons);
        assertThat(truth.rows("SELECT * FROM user_coupon_view ORDER BY user_id, coupon_id, serial"))
                .isEqualTo(pieces);
        assertThat(truth.coupon(coupon, 1).get("issued").asInt()).isEqualTo(pieces.size());
    }

    private static Request keyedPublish(String coupon, String user) {
        return Request.of(
                "POST",
                "/api/v1/coupon/publish",
                SharedSystem.TOKENS.customer(user),
                Map.of("Idempotency-Key", "key-" + user),
                SharedSystem.publishBody(coupon, user));
    }

    private static String userOf(Request request) {
        return request.body().replaceAll(".*\"userId\":\"([^\"]+)\".*", "$1");
    }
}
