package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.Http.Answer;
import io.firstcome.web.app.GadgetController;
import io.firstcome.web.app.TwinController;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** However a path is spelt, each filter takes it for what the router takes it for, or it is refused. */
class PathSpellingIT extends WebIT {

    @Autowired
    private GadgetController gadgets;

    @Autowired
    private TwinController twins;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/gadget/r1",
                "/%61pi/v1/gadget/r1",
                "/api/%76%31/gadget/r1",
                "/api/v1/gadget/%72%31",
                "/%61%70%69/%76%31/%67%61%64%67%65%74/%72%31"
            })
    void givenSpelling_whenTheAnswerIsReady_thenTheControllerIsNotAsked(String path) {
        int before = gadgets.asked.get();
        Answer answer = http.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("userId").asString()).isEqualTo("r1");
        assertThat(gadgets.asked).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/twin/fast", "/%61pi/v1/twin/fast", "/api/v1/%74win/fas%74"})
    void givenSpelling_whenPosted_thenTheFastPathIsTakenAndCountedByThePlainPath(String path) {
        int before = twins.fast.get();
        assertThat(http.post(path, VALID, "Authorization", CUSTOMER).status()).isEqualTo(201);
        assertThat(twins.fast).hasValue(before + 1);
        assertThat(http.get("/actuator/prometheus").body())
                .contains("uri=\"/api/v1/twin/fast\"")
                .doesNotContain("uri=\"/%", "%74win");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/thing",
                "/api//v1/thing",
                "/./api/v1/thing",
                "/api/./v1/thing",
                "/x/../api/v1/thing",
                "/%2e/api/v1/thing",
                "/x/%2e%2e/api/v1/thing",
                "/x/%2E./api/v1/thing",
                "/api/v1/thing/.",
                "/api/v1/thing/%2e%2e",
                "/;/api/v1/thing",
                "/api;a=b/v1/thing",
                "/api/v1/thing;a=b",
                "/api/v1/thing/1;a",
                "/api/v1/thing%3Ba=b",
                "/api%2fv1/thing",
                "/%2fapi/v1/thing",
                "/api%5Cv1/thing",
                "/%2561pi/v1/thing",
                "/api/v1/thing%00",
                "/api/v1/thing/%FF",
                "/api/v1/thing/%C0%AE",
                "/api/v1/thing/%ED%A0%80",
                "/api/v1/thing%0A"
            })
    void givenPathWithSeveralSpellings_whenAsked_thenMalformed(String path) throws IOException {
        String answer = http.raw(
                "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: " + CUSTOMER + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        Http.noLeak(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/API/v1/thing", "/api/v1/Thing", "/api/v1/thing/", "/%41PI/v1/thing", "/api/v1/thing%2e"})
    void givenAnotherPath_whenAsked_thenNotFound(String path) {
        assertThat(http.get(path, "Authorization", CUSTOMER).status()).isEqualTo(404);
    }

    @Test
    void givenSpelling_whenTheRoleIsMissing_thenForbidden() {
        assertThat(http.get("/%61pi/v1/thing/%61udit", "Authorization", CUSTOMER)
                        .status())
                .isEqualTo(403);
        assertThat(http.get("/%61pi/v1/thing/%61udit").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61ctuator/env", "/actuator/%65nv", "/%61ctuator", "/actuator/%68eapdump"})
    void givenSpelling_whenTheActuatorIsAsked_thenNotFound(String path) {
        assertThat(http.get(path, "Authorization", ADMIN).status()).isEqualTo(404);
    }

    @Test
    void givenSpelling_whenAPageIsAsked_thenItsHeadersAreThoseOfThePage() {
        String plain = http.get("/swagger-ui/index.html").header("Content-Security-Policy");
        assertThat(plain).contains("default-src 'self'");
        assertThat(http.get("/%73wagger-ui/index.html").header("Content-Security-Policy"))
                .isEqualTo(plain);
    }

    @Test
    void givenKey_whenTheSpellingIsAnother_thenTheFingerprintIsTheSame() {
        assertThat(noteOf("/%61pi/v1/%74hing")).isEqualTo(noteOf(THING)).startsWith("k:");
    }

    private String noteOf(String path) {
        return http.post(path, VALID, "Authorization", CUSTOMER, "Idempotency-Key", "k")
                .json()
                .path("note")
                .asString();
    }
}
