package io.firstcome.apicontract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not by the document is noticed; what is, is not. */
class ApiContractTest {

    private static final ApiContract CONTRACT = ApiContract.of("""
            {"openapi": "3.1.0",
             "paths": {
              "/api/v1/thing": {"get": {"responses": {"200": {"content": {"application/json": {"schema":
                {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}}}},
              "/api/v1/thing/make": {"post": {"responses": {"202": {}}}},
              "/api/v1/thing/{id}": {"get": {"responses": {
                "200": {"headers": {"ETag": {"required": true, "schema": {"type": "string", "pattern": "^\\"[0-9]+\\"$"}}},
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                "503": {"headers": {"Retry-After": {"required": true, "schema": {"type": "integer", "minimum": 1}}},
                        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}}},
             "components": {"schemas": {
              "Thing": {"type": "object", "required": ["name", "next"],
                "properties": {"name": {"type": "string"}, "next": {"type": ["string", "null"]},
                               "at": {"type": "string", "format": "date-time"}, "data": {"type": "object"}}},
              "Problem": {"type": "object", "required": ["code"], "properties": {"code": {"type": "string"}}}}}}""");

    private static final Map<String, String> JSON = Map.of("content-type", "application/json", "etag", "\"7\"");
    private static final Map<String, String> PROBLEM = Map.of("content-type", "application/problem+json");
    private static final String THING =
            "{\"name\":\"a\",\"next\":null,\"at\":\"2026-11-20T09:00:00Z\",\"data\":{\"b\":1}}";

    private static Exchange get(String target, int status, Map<String, String> headers, String body) {
        return new Exchange("GET", target, status, headers, body);
    }

    @Test
    void givenAnswersByTheDocument_whenChecked_thenNothingIsSaid() {
        assertThat(CONTRACT.violations(get("/api/v1/thing/1?x=y", 200, JSON, THING)))
                .isEmpty();
        assertThat(CONTRACT.violations(get("/api/v1/thing", 200, PROBLEM_LIST, "[" + THING + "]")))
                .isEmpty();
        assertThat(CONTRACT.violations(new Exchange("POST", "/api/v1/thing/make", 202, Map.of(), "")))
                .isEmpty();
        assertThat(CONTRACT.violations(new Exchange("HEAD", "/api/v1/thing/1", 200, JSON, "")))
                .isEmpty();
        assertThat(CONTRACT.violations(get("/api/v1/nothing", 404, PROBLEM, "{\"code\":\"NOT_FOUND\"}")))
                .isEmpty();
        assertThat(CONTRACT.violations(get("/actuator/health", 200, Map.of(), "UP")))
                .isEmpty();
        Map<String, String> busy = Map.of("content-type", "application/problem+json", "retry-after", "1");
        assertThat(CONTRACT.violations(get("/api/v1/thing/1", 503, busy, "{\"code\":\"UNAVAILABLE\"}")))
                .isEmpty();
    }

    private static final Map<String, String> PROBLEM_LIST = Map.of("content-type", "application/json;charset=UTF-8");

    @Test
    void givenBodies_whenNotByTheirSchema_thenNoticed() {
        assertNoticed(get("/api/v1/thing/1", 200, JSON, "{\"name\":\"a\"}"), "next");
        assertNoticed(get("/api/v1/thing/1", 200, JSON, "{\"name\":null,\"next\":null}"), "/name");
        assertNoticed(get("/api/v1/thing/1", 200, JSON, "{\"name\":\"a\",\"next\":null,\"more\":1}"), "more");
        assertNoticed(get("/api/v1/thing/1", 200, JSON, THING.replace("2026-11-20T", "20-11-2026 ")), "/at");
        assertNoticed(get("/api/v1/thing/1", 200, JSON, THING.replace("{\"b\":1}", "\"b\"")), "/data");
        assertNoticed(get("/api/v1/thing/1", 200, JSON, "<html>"), "is not JSON");
        assertNoticed(get("/api/v1/thing/1", 200, JSON, ""), "there is no body");
    }

    @Test
    void givenStatusTypeOrHeader_whenNotDocumented_thenNoticed() {
        assertNoticed(get("/api/v1/thing/1", 418, PROBLEM, "{\"code\":\"TEA\"}"), "status is not documented");
        assertNoticed(
                get("/api/v1/thing/1", 200, Map.of("content-type", "text/html", "etag", "\"7\""), THING), "text/html");
        assertNoticed(
                get("/api/v1/thing/1", 200, Map.of("content-type", "application/json"), THING), "etag is missing");
        assertNoticed(
                get("/api/v1/thing/1", 200, Map.of("content-type", "application/json", "etag", "7"), THING), "etag");
        assertNoticed(get("/api/v1/thing", 200, JSON, "[]"), "etag is not documented");
        Map<String, String> never = Map.of("content-type", "application/problem+json", "retry-after", "soon");
        assertNoticed(get("/api/v1/thing/1", 503, never, "{\"code\":\"UNAVAILABLE\"}"), "retry-after");
        assertNoticed(get("/api/v1/nothing", 200, JSON, "{}"), "no such operation");
    }

    @Test
    void givenAllow_whenItIsNotWhatIsThere_thenNoticed() {
        String body = "{\"code\":\"METHOD_NOT_ALLOWED\"}";
        assertNoticed(new Exchange("PUT", "/api/v1/thing/1", 405, PROBLEM, body), "405 without Allow");
        assertNoticed(put("GET"), "Allow is [GET]");
        assertNoticed(put("GET, HEAD, OPTIONS, POST"), "POST");
        assertThat(CONTRACT.violations(put("GET,HEAD,OPTIONS"))).isEmpty();
        Exchange of2 =
                new Exchange("OPTIONS", "/api/v1/thing/make", 200, Map.of("allow", "GET, HEAD, POST, OPTIONS"), "");
        assertThat(CONTRACT.violations(of2)).isEmpty();
    }

    private static Exchange put(String allow) {
        Map<String, String> headers = Map.of("content-type", "application/problem+json", "allow", allow);
        return new Exchange("PUT", "/api/v1/thing/1", 405, headers, "{\"code\":\"METHOD_NOT_ALLOWED\"}");
    }

    private static void assertNoticed(Exchange exchange, String what) {
        assertThat(CONTRACT.violations(exchange)).anyMatch(violation -> violation.contains(what));
        assertThatThrownBy(() -> CONTRACT.check(exchange))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(exchange.target());
    }
}
