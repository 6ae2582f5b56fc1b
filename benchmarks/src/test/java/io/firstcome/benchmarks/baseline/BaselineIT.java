package io.firstcome.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.benchmarks.load.Http;
import io.firstcome.benchmarks.load.Http.Answer;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.embedded.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A comparison with something that does less would prove nothing: each baseline keeps the rules of ours. */
class BaselineIT {

    private static final int QUANTITY = 40;
    private static final int USERS = 60;
    private static final String CREATE = "{\"couponId\":\"c1\",\"name\":\"test\",\"quantity\":" + QUANTITY
            + ",\"discount\":{\"type\":\"FIXED\",\"value\":1000}}";

    @ParameterizedTest
    @EnumSource(
            names = {"NOOP", "FAST"},
            mode = EnumSource.Mode.EXCLUDE)
    void givenCampaign_whenMoreAskThanThereAre_thenEachPieceIsGivenOnceAndTheOthersAreRefused(BaselineKind kind)
            throws Exception {
        try (ConfigurableApplicationContext server = start(kind)) {
            Http http = http(server);
            http.post("/api/v1/coupon", Tokens.OPERATOR, CREATE).require(201);

            List<Answer> answers = askedTwiceEach(http);

            List<Answer> given =
                    answers.stream().filter(answer -> answer.status() == 201).toList();
            assertThat(given.stream().map(answer -> answer.json().get("serial").asInt()))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, QUANTITY).boxed().toList());
            assertThat(given.stream().map(answer -> answer.json().get("userId").asString()))
                    .doesNotHaveDuplicates();
            assertThat(answers.stream()
                            .filter(answer -> answer.status() != 201)
                            .map(answer -> answer.status() + " "
                                    + answer.json().get("code").asString())
                            .distinct())
                    .containsExactlyInAnyOrder("409 COUPON_SOLD_OUT", "409 COUPON_ALREADY_ISSUED");
            JsonNode stored = http.get("/api/v1/coupon/c1/stored", Tokens.OPERATOR)
                    .require(200)
                    .json();
            assertThat(List.of("pieces", "serials", "highest", "users"))
                    .allSatisfy(field -> assertThat(stored.get(field).asInt()).isEqualTo(QUANTITY));
            assertSameSecurity(http);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NOOP", "FAST"})
    void givenNoOp_whenAsked_thenItsAnswersHaveTheShapeOfOurs(BaselineKind kind) {
        try (ConfigurableApplicationContext server = start(kind)) {
            Http http = http(server);

            Answer answer = publish(http, 7, "7").require(201);

            assertThat(answer.body())
                    .matches("\\{\"couponId\":\"c1\",\"userId\":\"7\",\"serial\":1,\"issuedAt\":\"[^\"]{20,30}\","
                            + "\"expiresAt\":\"[^\"]{20,30}\"}");
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
            assertThat(answer.header("X-Trace-Id")).isNotEmpty();
            assertThat(http.get("/api/v1/product/12/stock", "").require(200).body())
                    .startsWith("{\"productId\":\"12\",\"onHand\":1000,");
            assertSamePlaces(http);
            assertSameSecurity(http);
        }
    }

    private void assertSamePlaces(Http http) {
        String place = "\\{\"roomId\":\"r1\",\"userId\":\"7\",\"status\":\"WAITING\",\"position\":10000,\"ahead\":9999,"
                + "\"estimatedWaitSeconds\":1000,\"pollAfterSeconds\":30,\"enteredAt\":\"[^\"]{20,30}\"}";
        Answer entered = http.post("/api/v1/waiting-room/r1/enter", Tokens.customer("7"), "")
                .require(201);
        assertThat(entered.body()).matches(place);
        assertThat(entered.header("ETag")).isEqualTo("\"10000\"");
        Answer asked =
                http.get("/api/v1/waiting-room/r1/me", Tokens.customer("7")).require(200);
        assertThat(asked.body()).matches(place);
        assertThat(http.get("/api/v1/waiting-room/r1/me", "").status()).isEqualTo(401);
    }

    private void assertSameSecurity(Http http) {
        assertThat(publish(http, 1, "2").status()).isEqualTo(403);
        assertThat(http.post("/api/v1/coupon/publish", "", body("1")).status()).isEqualTo(401);
        assertThat(http.post("/api/v1/coupon/publish", Tokens.customer("1") + "x", body("1"))
                        .status())
                .isEqualTo(401);
    }

    /** Each user asks twice, many at a time. */
    private List<Answer> askedTwiceEach(Http http) throws Exception {
        List<Future<Answer>> pending = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 2 * USERS; i++) {
                String user = Integer.toString(i % USERS + 1);
                String token = Tokens.customer(user);
                pending.add(threads.submit(() -> http.post("/api/v1/coupon/publish", token, body(user))));
            }
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : pending) {
            answers.add(answer.get());
        }
        return answers;
    }

    private Answer publish(Http http, int tokenOf, String user) {
        return http.post("/api/v1/coupon/publish", Tokens.customer(Integer.toString(tokenOf)), body(user));
    }

    private static String body(String user) {
        return "{\"userId\":\"" + user + "\",\"couponId\":\"c1\"}";
    }

    private static ConfigurableApplicationContext start(BaselineKind kind) {
        return BaselineServer.start(
                "--firstcome.baseline=" + kind.option(),
                "--firstcome.baseline.redis-port=" + TestServers.redis().port(),
                "--spring.datasource.url=" + TestServers.mariaDb().freshDatabase(),
                "--spring.datasource.username=firstcome",
                "--spring.datasource.password=firstcome");
    }

    private static Http http(ConfigurableApplicationContext server) {
        return new Http(server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
