package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.Http.Answer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Queries that can't be read, or can be in two ways: refused by every endpoint, whether it has parameters or not. */
@ExtendWith(OutputCaptureExtension.class)
class QueryIT extends WebIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final List<String> PATHS =
            List.of(THING, THING + "/me", THING + "/staff", THING + "/1", "/api/v1/gadget/r1", "/actuator/prometheus");

    private static String numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
    }

    private String ask(String method, String target) throws IOException {
        return http.raw(method + " " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: "
                + OPERATOR + "\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n");
    }

    private void assertRefused(String query, CapturedOutput output) throws IOException {
        for (String path : PATHS) {
            int before = output.getAll().length();
            String answer = ask("GET", path + "?" + query);
            assertThat(answer).as(path).startsWith("HTTP/1.1 400").contains("application/problem+json");
            Http.noLeak(answer);
            Http.checkProblem(Http.parse(answer.substring(answer.indexOf('{'))), 400, "MALFORMED_REQUEST");
            String logged = output.getAll().substring(before);
            assertThat(logged.lines().filter(line -> line.contains(path))).hasSize(1);
            assertThat(logged).doesNotContain("Exception", "\tat ");
        }
        String posted = ask("POST", THING + "/1/close?" + query);
        assertThat(posted).startsWith("HTTP/1.1 400").contains("MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category=100%",
                "x=%FF",
                "%FF=1",
                "=0",
                "&=0",
                "x=%zz",
                "x=%C0%AF",
                "x=%ED%A0%80",
                "x=%",
                "x=%4",
                "a=1&=2"
            })
    void givenQueryThatCannotBeDecoded_whenAsked_thenMalformedWithOneLineOfLog(String query, CapturedOutput output)
            throws IOException {
        assertRefused(query, output);
    }

    @Test
    void givenMoreThanAThousandParameters_whenAsked_thenMalformedWithOneLineOfLog(CapturedOutput output)
            throws IOException {
        assertThat(ask("GET", THING + "/me?" + numbered(1_000))).startsWith("HTTP/1.1 200");
        assertRefused(numbered(1_001), output);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/thing?limit=1&limit=1, limit",
        "/api/v1/thing?cursor=MTAw&cursor=MTAw, cursor",
        "/api/v1/thing/1?minVersion=1&minVersion=1, minVersion",
        "/api/v1/thing/me?x=1&x=2, x",
        "/api/v1/thing/1?minVersion=, minVersion",
        "/api/v1/thing/1?minVersion, minVersion",
        "/api/v1/thing/1?minVersion=%2B1, minVersion",
        "/api/v1/thing/1?minVersion=+1, minVersion",
        "/api/v1/thing/1?minVersion=0x1, minVersion",
        "/api/v1/thing/1?minVersion=%231, minVersion",
        "/api/v1/thing/1?minVersion=01, minVersion",
        "/api/v1/thing/1?minVersion=-0, minVersion",
        "/api/v1/thing/1?minVersion=1.0, minVersion",
        "/api/v1/thing/1?minVersion=1e0, minVersion",
        "/api/v1/thing/1?minVersion=%D9%A1, minVersion",
        "/api/v1/thing?limit=%2B1, limit",
        "/api/v1/thing?limit=01, limit",
        "/api/v1/thing?limit=%D9%A1, limit",
        "/api/v1/thing?limit=%201, limit",
    })
    void givenParameterThatCanBeReadInTwoWays_whenAsked_thenInvalidNamesIt(String target, String field) {
        Answer answer = http.get(target, "Authorization", OPERATOR).isProblem(400, "INVALID_REQUEST");
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void givenFormInTheBody_whenPosted_thenItIsNoQuery() {
        http.post(THING + "?a=1", "a=%FF", "Authorization", CUSTOMER, "Content-Type", FORM)
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    /** No body is read for the parameters of a GET. */
    @Test
    void givenGetThatClaimsAForm_whenAsked_thenItsQueryIsCheckedAllTheSame() {
        http.get(THING + "?limit=1&limit=1", "Authorization", OPERATOR, "Content-Type", FORM)
                .isProblem(400, "INVALID_REQUEST");
        http.get(THING + "/me?x=%FF", "Authorization", OPERATOR, "Content-Type", FORM)
                .isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void givenNoToken_whenAskedWithSuchAQuery_thenTheTokenIsMissedFirst() throws IOException {
        assertThat(http.raw("GET " + THING + "/staff?x=%FF HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
    }
}
