package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.apicontract.OpenApiCompleteness;
import io.firstcome.web.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RestIT {

    private static QuerySide querySide;
    private static Http http;

    @BeforeAll
    static void start() {
        querySide = QuerySide.startWithHttp(Map.of());
        http = new Http(querySide.port());
        CouponTestData campaign = new CouponTestData("1");
        querySide.store(List.of(campaign.created(10)));
        querySide.store(campaign.issued(3));
        querySide.store(List.of(campaign.issued("u1"), campaign.issued("u1"), campaign.closed()));
        querySide.store(List.of(new CouponTestData("2").created(5)));
        querySide.jdbc().update("INSERT INTO refusal_count VALUES ('coupon:1', 'COUPON_SOLD_OUT', 4)");
        querySide.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    private static List<Long> positions(JsonNode page) {
        List<Long> positions = new ArrayList<>();
        page.get("items").forEach(item -> positions.add(item.get("position").asLong()));
        return positions;
    }

    @Test
    void givenACoupon_whenAnybodyAsks_thenItIsShownWithItsVersion() {
        Http.Answer answer = http.get("/api/v1/coupon/1", "7", Role.CUSTOMER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).startsWith("\"6-");
        assertThat(answer.body().get("issued").asInt()).isEqualTo(5);
        assertThat(answer.body().get("remaining").asInt()).isEqualTo(5);
        assertThat(answer.body().get("status").asString()).isEqualTo("CLOSED");
        assertThat(answer.body().get("closedAt").asString())
                .isEqualTo(CouponTestData.AT.plusSeconds(60).toString());
        assertThat(answer.body().get("discount").get("value").asInt()).isEqualTo(1_000);
        assertThat(answer.body().has("refusals")).isFalse();
    }

    @Test
    void givenRefusals_whenAnOperatorAsks_thenTheyAreShownByCode() {
        assertThat(http.get("/api/v1/coupon/1", "op", Role.OPERATOR)
                        .body()
                        .get("refusals")
                        .get("COUPON_SOLD_OUT")
                        .asLong())
                .isEqualTo(4);
        assertThat(http.get("/api/v1/coupon/2", "op", Role.OPERATOR)
                        .body()
                        .get("refusals")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/coupon/3,               404, COUPON_NOT_FOUND",
        "/api/v1/coupon/3?minVersion=0,  404, COUPON_NOT_FOUND",
        "/api/v1/coupon/1?minVersion=6,  200, ''",
        "/api/v1/coupon/1?minVersion=99, 503, READ_MODEL_BEHIND",
        "/api/v1/coupon/1?minVersion=-1, 400, INVALID_REQUEST",
        "/api/v1/coupon/1?minVersion=x,  400, INVALID_REQUEST",
        "/api/v1/coupon/a%20b,           400, INVALID_REQUEST"
    })
    void givenAQuestionAboutACoupon_whenAsked_thenItIsAnsweredOrRefused(String path, int status, String code) {
        Http.Answer answer = http.get(path, "7", Role.CUSTOMER);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(status != 503);
    }

    @Test
    void givenAUsersCoupons_whenTheyAsk_thenTheyComeNewestFirstInParts() {
        Http.Answer first = http.get("/api/v1/user/u1/coupon?limit=2", "u1", Role.CUSTOMER);
        String cursor = first.body().get("nextCursor").asString();
        Http.Answer second = http.get("/api/v1/user/u1/coupon?limit=2&cursor=" + cursor, "u1", Role.CUSTOMER);

        assertThat(first.body().get("items").get(0).get("serial").asInt()).isEqualTo(5);
        assertThat(first.body().get("items").get(1).get("serial").asInt()).isEqualTo(4);
        assertThat(second.body().get("items").get(0).get("serial").asInt()).isEqualTo(1);
        assertThat(second.body().path("nextCursor").isString()).isFalse();
        assertThat(first.body().get("items").get(0).get("status").asString()).isIn("ISSUED", "EXPIRED");
    }

    @Test
    void givenAnotherUser_whenTheyAsk_thenTheyMayNotUnlessTheyAreAnOperator() {
        assertThat(http.get("/api/v1/user/u1/coupon", "u2", Role.CUSTOMER).status())
                .isEqualTo(403);
        assertThat(http.get("/api/v1/user/u1/coupon", "op", Role.OPERATOR).status())
                .isEqualTo(200);
        assertThat(http.get("/api/v1/user/u9/coupon", "u9", Role.CUSTOMER)
                        .body()
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void givenEvents_whenAnAuditorReadsAllInParts_thenEachIsThereOnceInCommitOrder() {
        List<Long> seen = new ArrayList<>();
        String after = "0";
        do {
            JsonNode page = http.get("/api/v1/audit/event?limit=3&after=" + after, "au", Role.AUDITOR)
                    .body();
            seen.addAll(positions(page));
            after = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!after.isEmpty());

        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(http.get("/api/v1/audit/event/head", "au", Role.AUDITOR)
                        .body()
                        .get("position")
                        .asLong())
                .isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aggregateType=coupon&aggregateId=2                       | 8",
                "aggregateType=coupon&aggregateId=1&after=5               | 6,7",
                "aggregateType=coupon&type=CouponCreated                  | 1,8",
                "aggregateType=order                                      | ''",
                "user=u1                                                  | 2,5,6",
                "user=u1&type=CouponIssued&limit=1                        | 2",
                "user=u1&aggregateType=coupon&aggregateId=1&after=2       | 5,6",
                "type=CouponClosed                                        | 7",
                "from=2100-01-01T00:00:00Z                                | ''",
                "to=2100-01-01T00:00:00%2B09:00&type=CouponClosed         | 7"
            })
    void givenAQuestionAboutEvents_whenAsked_thenExactlyThoseAreFound(String question, String expected) {
        List<Long> wanted = expected.isEmpty()
                ? List.of()
                : List.of(expected.split(",")).stream().map(Long::valueOf).toList();

        assertThat(positions(http.get("/api/v1/audit/event?" + question.strip(), "au", Role.AUDITOR)
                        .body()))
                .isEqualTo(wanted);
    }

    @Test
    void givenAnEvent_whenAnAuditorReadsIt_thenItIsAsItWasStored() {
        JsonNode event = http.get("/api/v1/audit/event?after=1&limit=1", "au", Role.AUDITOR)
                .body()
                .get("items")
                .get(0);

        assertThat(event.get("aggregateType").asString()).isEqualTo("coupon");
        assertThat(event.get("aggregateId").asString()).isEqualTo("1");
        assertThat(event.get("sequence").asLong()).isEqualTo(1);
        assertThat(event.get("type").asString()).isEqualTo("CouponIssued");
        assertThat(event.get("revision").asString()).isEqualTo("1");
        assertThat(event.get("payload").get("userId").asString()).isEqualTo("u1");
        assertThat(event.get("metadata").get("userId").asString()).isEqualTo("tester");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-1",
                "after=x",
                "after=9223372036854775808",
                "limit=0",
                "limit=1001",
                "aggregateId=1",
                "aggregateType=Coupon%20",
                "from=yesterday",
                "to=1",
                "from=%2B999999999-12-31T23:59:59Z",
                "from=2026-02-30T00:00:00Z",
                "to=2026-11-20T24:00:00Z",
                "after=",
                "after=1&after=1",
                "type=%3Cscript%3E",
                "user=a%20b",
                "nonsense=1",
                "after=1&afer=2"
            })
    void givenABadParameter_whenAnAuditorAsks_thenItIsNamed(String question) {
        Http.Answer answer = http.get("/api/v1/audit/event?" + question, "au", Role.AUDITOR);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.body().get("errors").size()).isPositive();
    }

    @Test
    void givenProcessors_whenStaffAsks_thenTheirStateIsShown() {
        Http.Answer answer = http.get("/api/v1/processor", "au", Role.AUDITOR);

        JsonNode processors = answer.body().get("items");
        List<String> names = new ArrayList<>();
        processors.forEach(processor -> names.add(processor.get("name").asString()));
        assertThat(names).isSorted().containsExactlyInAnyOrderElementsOf(querySide.processors());
        assertThat(answer.body().get("nextCursor").isNull()).isTrue();
        JsonNode coupon = processors.get(names.indexOf("coupon"));
        assertThat(coupon.get("name").asString()).isEqualTo("coupon");
        assertThat(coupon.get("running").asBoolean()).isTrue();
        assertThat(coupon.get("position").asLong()).isEqualTo(8);
        assertThat(coupon.get("lag").asLong()).isZero();
        assertThat(coupon.get("segments").asInt()).isEqualTo(1);
        assertThat(coupon.get("error").isNull()).isTrue();
        assertThat(coupon.get("deadLetters").asLong()).isZero();
        JsonNode first =
                http.get("/api/v1/processor?limit=2", "au", Role.AUDITOR).body();
        JsonNode rest = http.get(
                        "/api/v1/processor?limit=100&cursor="
                                + first.get("nextCursor").asString(),
                        "au",
                        Role.AUDITOR)
                .body();
        assertThat(first.get("items")).hasSize(2);
        assertThat(rest.get("items")).hasSize(names.size() - 2);
        assertThat(http.get("/api/v1/processor/nobody", "au", Role.AUDITOR).code())
                .isEqualTo("PROCESSOR_NOT_FOUND");
        assertThat(http.get("/api/v1/processor", "7", Role.CUSTOMER).status()).isEqualTo(403);
    }

    @Test
    void givenARebuild_whenItIsAskedForTwiceUnderOneKey_thenItRunsOnce() {
        Http.Answer first = http.post("/api/v1/processor/user-coupon/rebuild", "r1", "op", Role.OPERATOR);
        await().until(() -> http.get("/api/v1/processor/user-coupon", "op", Role.OPERATOR)
                .body()
                .get("rebuild")
                .get("state")
                .asString()
                .equals("DONE"));
        Http.Answer again = http.post("/api/v1/processor/user-coupon/rebuild", "r1", "op", Role.OPERATOR);

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(http.post("/api/v1/processor/coupon/rebuild", "r1", "op", Role.OPERATOR)
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(http.post("/api/v1/processor/coupon/rebuild", "r2", "au", Role.AUDITOR)
                        .status())
                .isEqualTo(403);
        assertThat(http.post("/api/v1/processor/none/rebuild", "r3", "op", Role.OPERATOR)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void givenTheDescription_whenChecked_thenNothingIsMissing() {
        String document =
                http.get("/v3/api-docs", "7", Role.CUSTOMER).response().body();

        assertThat(OpenApiCompleteness.gaps(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"})
    void givenAllServers_whenHealthIsAsked_thenItIsUp(String path) {
        assertThat(http.get(path, "7", Role.CUSTOMER).body().get("status").asString())
                .isEqualTo("UP");
    }
}
