package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Response;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The minute when everybody comes: more requests than pieces, some users twice. */
class SoldOutIT {

    private static final int PIECES = 1_000;
    private static final int USERS = 1_500;
    private static final int REQUESTS = 2_000;
    private static final int CONNECTIONS = 200;

    private final StandaloneProcess system = SharedSystem.get();
    private final ObservedState truth = new ObservedState(system);

    @Test
    void given2000RequestsFor1000Pieces_whenTheyComeAtOnce_thenEachPieceIsGivenOnceAndAllPlacesAgree() {
        String coupon = SharedSystem.newCampaign(system.port(), PIECES);

        Load.Result result = Load.run(
                system.port(),
                CONNECTIONS,
                REQUESTS,
                number -> SharedSystem.publish(coupon, Integer.toString(1 + number % USERS)));

        Map<Integer, String> winners = new TreeMap<>();
        for (Load.Exchange exchange : result.exchanges()) {
            Response response = Objects.requireNonNull(exchange.response());
            if (response.status() == 201) {
                assertThat(winners.put(response.serial(), Integer.toString(1 + exchange.number() % USERS)))
                        .isNull();
            } else {
                assertThat(response.status()).isEqualTo(409);
                assertThat(response.code()).isIn("COUPON_SOLD_OUT", "COUPON_ALREADY_ISSUED");
            }
        }
        List<Integer> allSerials = IntStream.rangeClosed(1, PIECES).boxed().toList();
        assertThat(winners.keySet()).containsExactlyElementsOf(allSerials);
        assertThat(winners.values()).doesNotHaveDuplicates();

        List<ObservedState.Issue> expected = winners.entrySet().stream()
                .map(winner -> new ObservedState.Issue(winner.getValue(), winner.getKey()))
                .toList();
        assertThat(truth.issues(coupon)).as("audit").isEqualTo(expected);
        assertCouponViewSays(coupon);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(truth::caughtUp);
        assertThat(truth.rows("SELECT user_id, serial FROM user_coupon_view WHERE coupon_id = '" + coupon
                        + "' ORDER BY serial"))
                .as("MySQL")
                .isEqualTo(expected.stream()
                        .map(issue -> issue.userId() + "|" + issue.serial() + "|")
                        .toList());
        assertRedisSays(coupon);
        assertThat(truth.rows("SELECT sequence_number FROM snapshot WHERE aggregate_id = 'coupon:" + coupon + "'"))
                .as("snapshots are made while it sells")
                .hasSize(1);
        assertThat(KafkaTopic.read(system.address("Kafka"), coupon, "CouponIssued"))
                .as("Kafka")
                .extracting(data -> new ObservedState.Issue(
                        data.get("userId").asString(), data.get("serial").asInt()))
                .isEqualTo(expected);
    }

    private void assertCouponViewSays(String coupon) {
        JsonNode view = truth.coupon(coupon, PIECES);
        assertThat(view.get("issued").asInt()).isEqualTo(PIECES);
        assertThat(view.get("remaining").asInt()).isZero();
        assertThat(view.get("status").asString()).isEqualTo("SOLD_OUT");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> refusals(truth.coupon(coupon, PIECES)) == REQUESTS - PIECES);
    }

    private static int refusals(JsonNode view) {
        int sum = 0;
        for (JsonNode count : view.path("refusals")) {
            sum += count.asInt();
        }
        return sum;
    }

    private void assertRedisSays(String coupon) {
        try (RedisClient client = RedisClient.create("redis://" + system.address("Redis"));
                StatefulRedisConnection<String, String> redis = client.connect()) {
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                truth.coupon(coupon, PIECES);
                assertThat(redis.sync().hget("firstcome:coupon:" + coupon, "state"))
                        .as("Redis")
                        .contains("\"issued\":" + PIECES + ",");
            });
        }
    }
}
