package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.Http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong as HTTP, and faults of our own: each is a problem, and none tells about the inside. */
class ProtocolIT extends WebIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nope",
                "/api",
                "/api/v1/nope",
                "/api/v1/thing/1/nope",
                "/api/v1/thing/",
                "/error",
                "/favicon.ico",
                "/swagger-ui/nope",
                "/webjars/nope",
                "/index.html",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/beans",
                "/api/v1/Thing"
            })
    void givenUnknownPath_whenAsked_thenNotFound(String path) {
        http.get(path, "Authorization", ADMIN).isProblem(404, "NOT_FOUND");
        http.get(path).isProblem(404, "NOT_FOUND");
        http.get(path, "Accept", "text/html").isProblem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"PUT,/api/v1/thing", "DELETE,/api/v1/thing/1", "PATCH,/api/v1/thing", "GET,/api/v1/thing/1/close"})
    void givenUnknownMethod_whenAsked_thenMethodNotAllowedWithAllow(String method, String path) {
        Answer answer = http.send(method, path, BodyPublishers.noBody(), "Authorization", CUSTOMER)
                .isProblem(405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains(path.endsWith("close") ? "POST" : "GET");
    }

    @Test
    void givenPostOnReadOnlyPath_whenAsked_thenMethodNotAllowed() {
        assertThat(http.post("/api/v1/thing/me", "{}")
                        .isProblem(405, "METHOD_NOT_ALLOWED")
                        .header("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS");
        http.post("/actuator/health", "{}").isProblem(405, "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data;boundary=x",
                "application/json;charset=ISO-8859-1",
                "application/json;charset=UTF-16",
                "application/merge-patch+json"
            })
    void givenOtherMediaType_whenPosted_thenUnsupported(String type) {
        int before = things.made.get();
        Answer answer = http.post(THING, VALID, "Authorization", CUSTOMER, "Content-Type", type)
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.header("Accept")).contains("application/json");
        assertThat(things.made).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "application/json;charset=klingon", "application/", ";;;"})
    void givenBrokenMediaType_whenPosted_thenUnsupported(String type) {
        http.post(THING, VALID, "Authorization", CUSTOMER, "Content-Type", type)
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void givenNoMediaType_whenPosted_thenUnsupported() {
        http.send("POST", THING, BodyPublishers.ofString(VALID), "Authorization", CUSTOMER)
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void givenMappingWithOtherType_whenJsonIsAsked_thenNotAcceptable() {
        assertThat(http.get("/api/v1/fault/text").body()).isEqualTo("text");
        http.get("/api/v1/fault/text", "Accept", "image/png").isProblem(406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/thing?limit=0,limit",
        "/api/v1/thing?limit=101,limit",
        "/api/v1/thing?limit=abc,limit",
        "/api/v1/thing?limit=,limit",
        "/api/v1/thing?limit=1&limit=2,limit",
        "/api/v1/thing?limit=-1,limit",
        "/api/v1/thing?limit=99999999999,limit",
        "/api/v1/thing?cursor=,cursor",
        "/api/v1/thing?cursor=!!!,cursor",
        "/api/v1/thing?cursor=YWJj,cursor",
        "/api/v1/thing?cursor=_w,cursor",
        "/api/v1/thing/1?minVersion=x,minVersion",
        "/api/v1/thing/1?minVersion=9223372036854775808,minVersion",
        "/api/v1/thing/1?minVersion=11,minVersion",
        "/api/v1/thing/a%3A1,id",
        "/api/v1/thing/%F0%9F%8E%89,id",
        "/api/v1/thing/a%20b,id"
    })
    void givenWrongParameter_whenAsked_thenInvalidNamesIt(String path, String field) {
        Answer answer = http.get(path, "Authorization", CUSTOMER).isProblem(400, "INVALID_REQUEST");
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void givenLimitAndCursor_whenListed_thenTheNextPieceFollows() {
        Answer first = http.get(THING + "?limit=7");
        assertThat(first.json().path("items").get(0).path("quantity").asInt()).isEqualTo(7);
        String cursor = first.json().path("nextCursor").asString();
        assertThat(http.get(THING + "?cursor=" + cursor).status()).isEqualTo(200);
        assertThat(http.get(THING).json().path("items").get(0).path("quantity").asInt())
                .isEqualTo(20);
        assertThat(http.get(THING + "/audit?limit=1000", "Authorization", AUDITOR)
                        .status())
                .isEqualTo(200);
        Answer audit = http.get(THING + "/audit", "Authorization", AUDITOR);
        assertThat(audit.json().path("items").get(0).path("quantity").asInt()).isEqualTo(100);
        assertThat(audit.json().get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "bug,500,INTERNAL_ERROR",
        "away,503,UNAVAILABLE",
        "broken-off,503,UNAVAILABLE",
        "transaction,503,UNAVAILABLE",
        "timeout,503,UNAVAILABLE",
        "future,503,UNAVAILABLE",
        "wrapped,503,OUTCOME_UNKNOWN",
        "mapped,503,READ_MODEL_BEHIND",
        "never,503,UNAVAILABLE",
        "unwritable,500,INTERNAL_ERROR",
        "send-error,503,UNAVAILABLE"
    })
    void givenFault_whenAsked_thenProblemWithoutInside(String kind, int status, String code) {
        Answer answer = http.get("/api/v1/fault/" + kind).isProblem(status, code);
        assertThat(answer.header("X-Trace-Id"))
                .isEqualTo(answer.json().path("traceId").asString());
        if (status == 503 && !kind.equals("send-error")) {
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void givenFault_whenHtmlIsAccepted_thenStillProblem() {
        http.get("/api/v1/fault/away", "Accept", "text/html, */*;q=0.1").isProblem(503, "UNAVAILABLE");
    }

    @Test
    void givenCommandThatTakesTooLong_whenPosted_thenOutcomeUnknown() {
        http.post("/api/v1/fault/never", "{}").isProblem(503, "OUTCOME_UNKNOWN");
    }

    @Test
    void givenRefusal_whenPosted_thenItsCode() {
        http.post(THING, VALID.replace("Welcome", "sold-out"), "Authorization", CUSTOMER)
                .isProblem(409, "THING_SOLD_OUT");
    }

    @Test
    void givenReplayedProblem_whenAsked_thenTraceIdOfTheFirst() {
        Answer answer = http.get("/api/v1/fault/replayed").isProblem(404, "NOT_FOUND");
        assertThat(answer.json().path("traceId").asString()).isEqualTo("00000000000000000000000000000007");
        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answer.header("X-Trace-Id")).isNotEqualTo("00000000000000000000000000000007");
    }

    @Test
    void givenTraceparent_whenAsked_thenItsTraceIdIsUsed() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Answer answer = http.get(THING, "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        assertThat(answer.header("X-Trace-Id")).isEqualTo(trace);
        assertThat(answer.json().path("items").get(0).path("note").asString()).isEqualTo(trace);
        assertThat(http.get(THING, "traceparent", "00-nonsense").header("X-Trace-Id"))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void givenOptions_whenAsked_thenAllowAndNothingElse() {
        Answer answer = http.send("OPTIONS", THING, BodyPublishers.noBody());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow")).contains("GET", "HEAD", "POST", "OPTIONS");
    }

    /** CORS is closed unless the settings say otherwise. */
    @Test
    void givenABrowserOfAnotherOrigin_whenItAsks_thenItMayNotAndIsToldNothingElse() {
        String[] origin = {"Origin", "https://elsewhere.example"};
        Answer preflight = http.send(
                        "OPTIONS",
                        THING,
                        BodyPublishers.noBody(),
                        origin[0],
                        origin[1],
                        "Access-Control-Request-Method",
                        "POST")
                .isProblem(403, "FORBIDDEN");
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight.header("Allow")).isEmpty();
        Answer read = http.get(THING, origin);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(read.header("Vary")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {THING, THING + "/1", THING + "/1/close", "/api/v1/auth/token", "/v3/api-docs"})
    void givenAllow_whenEachMethodIsTried_thenThoseThatItNamesAreThereAndNoOther(String path) {
        Set<String> byOptions = Set.of(http.send("OPTIONS", path, BodyPublishers.noBody())
                .header("Allow")
                .split(", ?", -1));
        Set<String> byRefusal = Set.of(http.send("DELETE", path, BodyPublishers.noBody())
                .isProblem(405, "METHOD_NOT_ALLOWED")
                .header("Allow")
                .split(", ?", -1));

        assertThat(byRefusal).isEqualTo(byOptions);
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            assertThat(http.send(method, path, BodyPublishers.noBody(), "Authorization", ADMIN)
                                    .status()
                            != 405)
                    .as(method)
                    .isEqualTo(byRefusal.contains(method));
        }
    }

    @Test
    void givenHandlerThatIsNoController_whenAsked_thenForbidden() {
        http.get("/function", "Authorization", ADMIN).isProblem(403, "FORBIDDEN");
    }

    @Test
    void givenHead_whenAsked_thenHeadersOnly() {
        Answer answer = http.send("HEAD", THING, BodyPublishers.noBody());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(http.send("HEAD", "/nope", BodyPublishers.noBody()).status()).isEqualTo(404);
    }
}
