package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.Http.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client accepts, and how a body is coded: as RFC 9110 says. */
class NegotiationIT extends WebIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "image/*",
                "nonsense",
                "application/json;q=x",
                "application/json;q=0",
                "application/json;q=0, */*",
                "application/*;q=0, */*;q=0.5"
            })
    void givenAcceptWithoutJson_whenPosted_thenNotAcceptableBeforeAnythingIsDone(String accept) {
        int before = things.made.get();
        http.post(THING, VALID, "Authorization", CUSTOMER, "Accept", accept).isProblem(406, "NOT_ACCEPTABLE");
        assertThat(things.made).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                " , ,",
                "*/*",
                "application/*",
                "application/json",
                "application/json;charset=utf-8",
                "text/html, */*;q=0.1",
                "*/*;q=0, application/json",
                "application/json;q=0.5"
            })
    void givenAcceptWithJson_whenPosted_thenMade(String accept) {
        assertThat(http.post(THING, VALID, "Authorization", CUSTOMER, "Accept", accept)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, application/json, 200",
        "application/json, text/html, 200",
        "text/html, '', 406",
        "'', '', 200",
        "'', text/html, 406",
        "text/html, image/png, 406"
    })
    void givenAcceptInTwoLines_whenAsked_thenTheyAreOneList(String first, String second, int status)
            throws IOException {
        String lines = "Accept: " + first + "\r\nAccept: " + second + "\r\nHost: a\r\nConnection: close\r\n\r\n";
        for (String path : List.of(THING, "/api/v1/gadget/r1", "/api/v1/gadget/7")) {
            assertThat(http.raw("GET " + path + " HTTP/1.1\r\n" + lines)).startsWith("HTTP/1.1 " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/prometheus", "/v3/api-docs", "/api/v1/fault/text"})
    void givenAnEmptyAccept_whenAskedForOtherTypes_thenOk(String path) {
        assertThat(http.get(path, "Accept", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "text/plain;q=x", "a/b/c"})
    void givenNonsenseForAccept_whenTheActuatorIsAsked_thenNotAcceptable(String accept) {
        http.get("/actuator/prometheus", "Accept", accept).isProblem(406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "identity, gzip", "x-nonsense"})
    void givenContentCoding_whenPosted_thenUnsupportedAndSaysSo(String coding) {
        int before = things.made.get();
        Answer answer = http.post(THING, VALID, "Authorization", CUSTOMER, "Content-Encoding", coding)
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
        http.post("/api/v1/twin/direct", VALID, "Authorization", CUSTOMER, "Content-Encoding", coding)
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(things.made).hasValue(before);
    }

    @Test
    void givenNoContentCoding_whenPosted_thenMade() {
        assertThat(http.post(THING, VALID, "Authorization", CUSTOMER, "Content-Encoding", "identity")
                        .status())
                .isEqualTo(201);
    }
}
