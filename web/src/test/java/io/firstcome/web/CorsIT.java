package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.Http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** A page of another origin, whose browser asks first. */
@TestPropertySource(properties = "firstcome.cors.allowed-origins=https://shop.example,http://localhost:3000")
class CorsIT extends WebIT {

    private static final String SHOP = "https://shop.example";

    private Answer preflight(String path, String origin, String method) {
        return http.send(
                "OPTIONS",
                path,
                BodyPublishers.noBody(),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                "authorization,content-type,idempotency-key,x-admission");
    }

    private static List<String> list(Answer answer, String header) {
        return List.of(answer.header(header).split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        THING + ", " + SHOP + ", POST",
        THING + "/1, http://localhost:3000, GET",
        THING + "/1/close, " + SHOP + ", POST",
        "/api/v1/auth/token, HTTPS://Shop.Example, POST",
        "/api/v1/nope, " + SHOP + ", GET"
    })
    void givenAnAllowedOrigin_whenItsBrowserAsks_thenItMayWithoutAToken(String path, String origin, String method) {
        Answer answer = preflight(path, origin, method);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(list(answer, "Access-Control-Allow-Methods")).contains("GET", "PATCH", "POST");
        assertThat(list(answer, "Access-Control-Allow-Headers"))
                .contains(
                        "Authorization",
                        "Content-Type",
                        "Idempotency-Key",
                        "If-None-Match",
                        "traceparent",
                        "X-Admission");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("600");
        assertThat(answer.header("Vary")).isEqualTo("Origin");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("X-Trace-Id")).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example",
        "https://shop.example.evil.example",
        "http://shop.example",
        "https://shop.example:444",
        "null",
        "https://shop.example/"
    })
    void givenAnotherOrigin_whenItsBrowserAsks_thenForbiddenAndNoHeaderOfCors(String origin) {
        Answer asked = preflight(THING, origin, "POST").isProblem(403, "FORBIDDEN");
        Answer read = http.get(THING, "Origin", origin);

        assertThat(read.status()).as("as without CORS").isEqualTo(200);
        for (Answer answer : List.of(asked, read)) {
            assertThat(answer.response().headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
            assertThat(answer.header("Vary")).isEqualTo("Origin");
        }
    }

    @Test
    void givenAnAllowedOrigin_whenAnythingIsAnswered_thenItsPageMayReadIt() {
        String[] origin = {"Origin", SHOP};
        String[] caller = {"Origin", SHOP, "Authorization", CUSTOMER};
        List<Answer> answers = List.of(
                http.get(THING, origin),
                http.post(THING, VALID, caller),
                http.post(THING, VALID, origin),
                http.post(THING, "{", caller),
                http.post(THING, "{\"a\":\"" + "x".repeat(70_000) + "\"}", caller),
                http.get("/api/v1/nope", origin),
                http.get("/api/v1//thing", origin),
                http.send("DELETE", THING, BodyPublishers.noBody(), origin),
                http.send("OPTIONS", THING, BodyPublishers.noBody(), origin));

        assertThat(answers.stream().map(Answer::status)).containsExactly(200, 201, 401, 400, 413, 404, 400, 405, 200);
        for (Answer answer : answers) {
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
            assertThat(list(answer, "Access-Control-Expose-Headers"))
                    .contains("ETag", "Location", "Retry-After", "X-Trace-Id", "Idempotency-Replayed");
            assertThat(answer.header("Vary")).isEqualTo("Origin");
        }
    }

    @Test
    void givenAnAllowedOrigin_whenAFastPathAnswers_thenTheHeadersAreThereToo() {
        Answer direct = http.post("/api/v1/twin/fast", VALID, "Origin", SHOP, "Authorization", CUSTOMER);

        assertThat(direct.status()).isEqualTo(201);
        assertThat(direct.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
    }

    @Test
    void givenNoOrigin_whenAsked_thenOnlyACacheIsTold() {
        Answer answer = http.get(THING);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Vary")).isEqualTo("Origin");
    }
}
