package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every GET with parameters, paths and tokens that are wrong: a 4xx with a code, one line of log, no stack. */
class BadParameterIT {

    private static final String ADMIN = SharedSystem.TOKENS.token("admin", "ADMIN");

    private static final List<String> PATHS = List.of(
            "/coupon/1",
            "/user/1/coupon",
            "/product",
            "/product/1",
            "/product/1/stock",
            "/product/best-sellers",
            "/order/1",
            "/order",
            "/payment",
            "/payment/1",
            "/concert",
            "/concert/1",
            "/concert/1/date",
            "/concert/1/date/1",
            "/concert/1/date/1/seat",
            "/concert/ranking/sold-out",
            "/reservation/1",
            "/user/1/reservation",
            "/user/1/point",
            "/waiting-room/demo",
            "/waiting-room/demo/me",
            "/waiting-room/demo/me/stream",
            "/waiting-room/demo/fairness",
            "/audit/event",
            "/audit/event/head",
            "/reconciliation",
            "/processor",
            "/processor/coupon",
            "/processor/coupon/dead-letter");

    private static final List<String> PARAMETERS = List.of(
            "cursor",
            "limit",
            "minVersion",
            "after",
            "from",
            "to",
            "category",
            "sort",
            "status",
            "type",
            "user",
            "aggregateId",
            "aggregateType",
            "period",
            "since",
            "grade",
            "nobody");

    private static Response get(String path) {
        return SharedSystem.exchange(Request.get("/api/v1" + path, ADMIN));
    }

    private static String thousandAndOne() {
        return IntStream.rangeClosed(0, 1_000).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
    }

    private static void assertRefused(Response response, String what) {
        assertThat(response.status()).as(what + ": " + response.body()).isEqualTo(400);
        assertThat(response.headers().get("content-type")).as(what).isEqualTo("application/problem+json");
        assertThat(response.code()).as(what).isIn("MALFORMED_REQUEST", "INVALID_REQUEST");
    }

    /** Of this request: the server logs about others meanwhile. */
    private static void assertLoggedInOneLine(String before, String path) {
        String since = SharedSystem.log().substring(before.length());
        assertThat(since.lines().filter(line -> line.contains("GET " + path + " ")))
                .hasSize(1);
        assertThat(since).doesNotContain("ParameterException", "Unexpected failure of a request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"category=100%", "x=%FF", "%FF=1", "=0", "x=1&x=1", "limit=1&limit=2", "many"})
    void givenQueryThatCannotBeRead_whenAnyPathIsAsked_thenRefusedInOneLineOfLog(String query) {
        for (String path : PATHS) {
            String before = SharedSystem.log();
            assertRefused(get(path + "?" + ("many".equals(query) ? thousandAndOne() : query)), path);
            assertLoggedInOneLine(before, "/api/v1" + path);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/audit/event?from=%2B999999999-12-31T23:59:59Z",
        "/audit/event?to=-999999999-01-01T00:00:00Z",
        "/audit/event?from=2026-02-30T00:00:00Z",
        "/audit/event?from=2026-11-20T24:00:00Z",
        "/audit/event?to=2016-12-31T23:59:60Z",
        "/audit/event?from=",
        "/audit/event?aggregateType=coupon&aggregateId=..",
        "/audit/event?user=.",
        "/processor/coupon/dead-letter?cursor=w6kfMQ",
        "/processor/coupon/dead-letter?cursor=AB8x",
        "/reconciliation?cursor=MR_DqR9TVE9DS19OT1RfU09MRA",
        "/processor?cursor=w6k",
        "/payment?status=",
        "/payment?status=approved",
        "/coupon/1?minVersion=",
        "/coupon/1?minVersion=0x1",
        "/coupon/1?minVersion=%2B1",
        "/product?limit=%D9%A1",
    })
    void givenValueThatIsNone_whenAsked_thenInvalid(String path) {
        String before = SharedSystem.log();
        Response response = get(path);
        assertRefused(response, path);
        assertThat(response.code()).isEqualTo("INVALID_REQUEST");
        assertLoggedInOneLine(before, "/api/v1" + path.substring(0, path.indexOf('?')));
    }

    @Test
    void givenAnyValueOfAnyParameter_whenAskedOfAnyPath_thenNoFaultOfOurs() {
        List<String> values = List.of(
                "%00",
                "%F0%9F%98%80",
                "a%0Ab",
                "-1",
                "9223372036854775807",
                "1e5",
                "w6kfMQ",
                "Hw",
                "MTAfMQ",
                "%27%22%5C",
                "bmV3ZXN0HzEfMQ",
                "bmFtZR8xH_CfmIA",
                "cHJpY2UfMR85OTk5OTk5OTk5OTk5OTk5OTk5",
                "bmFtZR8xHwA");
        List<String> faults = new ArrayList<>();
        for (String path : PATHS) {
            for (String parameter : PARAMETERS) {
                // Waits for that version, and says that it does not come.
                for (String value : "minVersion".equals(parameter) ? values.subList(0, 4) : values) {
                    Response response = get(path + "?" + parameter + "=" + value);
                    if (response.status() >= 500) {
                        faults.add(path + "?" + parameter + "=" + value + " " + response.body());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%FF", "%C0%AF", "%ED%A0%80", "%2F", "%5C", "..", "%2e%2e", "a%0Ab", "1;a=b", "%25"})
    void givenSegmentThatIsNone_whenAsked_thenRefused(String segment) {
        for (String path : List.of(
                "/coupon/", "/concert/", "/reservation/", "/order/", "/payment/", "/processor/", "/waiting-room/")) {
            Response response = get(path + segment);
            assertThat(response.status()).as(path + response.body()).isIn(400, 404);
            assertThat(response.code()).isIn("MALFORMED_REQUEST", "INVALID_REQUEST", "PROCESSOR_NOT_FOUND");
        }
    }

    @ParameterizedTest
    @CsvSource({"'',''", "text/html,application/json", "'',*/*"})
    void givenAcceptThatIsEmptyOrInTwoLines_whenAsked_thenAnswered(String first, String second) {
        for (String path : List.of("/coupon/1", "/product", "/product/1", "/processor")) {
            // Twice the same name, since a map has each name once: header names are the same in any case.
            Response response = SharedSystem.exchange(
                    Request.of("GET", "/api/v1" + path, ADMIN, Map.of("Accept", first, "accept", second), ""));
            assertThat(response.status()).as(path + response.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"exp\":null",
                ",\"exp\":\"tomorrow\"",
                ",\"exp\":1e400",
                ",\"exp\":YEARS",
                ",\"exp\":SOON,\"iat\":SOON"
            })
    void givenTokenWithoutAnEndOrWithOneThatIsFarAhead_whenUsed_thenUnauthenticated(String claim) {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"sub\":\"1\",\"roles\":[\"CUSTOMER\"]"
                + claim.replace("YEARS", Long.toString(now + 31_556_952_000L))
                        .replace("SOON", Long.toString(now + 3_600))
                + "}";
        String token = SharedSystem.TOKENS.sign("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims);
        assertThat(SharedSystem.exchange(Request.get("/api/v1/user/1/coupon", token))
                        .status())
                .isEqualTo(401);
    }
}
