package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.Http.Answer;
import io.firstcome.web.app.GadgetController;
import io.firstcome.web.app.TestApplication;
import io.firstcome.web.fastpath.FastPathAnswer;
import io.firstcome.web.fastpath.FastPathAnswers;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.stereotype.Component;

/** The bytes of the fast path are those that the controller gives; what is not simple is for the controller. */
class FastPathReadIT extends WebIT {

    private static final String GADGET = "/api/v1/gadget/";

    @Autowired
    private GadgetController gadgets;

    @BeforeEach
    void forget() {
        gadgets.asked.set(0);
    }

    @Test
    void givenReadOnTheFastPath_whenComparedWithTheControllers_thenTheyAreTheSame() {
        Answer fast = http.get(GADGET + "r1");
        assertThat(gadgets.asked).hasValue(0);
        Answer asked = http.get(GADGET + "r1?");
        Answer byController = http.get(GADGET + "r1?x=1");
        assertThat(gadgets.asked.get()).isPositive();

        assertThat(fast.status()).isEqualTo(200).isEqualTo(byController.status());
        assertThat(fast.body()).isEqualTo(byController.body()).isEqualTo(asked.body());
        assertThat(fast.comparable()).isEqualTo(byController.comparable()).containsKey("etag");
        assertThat(fast.header("X-Trace-Id")).matches("[0-9a-f]{32}");
    }

    @Test
    void givenTraceparent_whenAsked_thenItsTraceIdIsAnswered() {
        String traceId = "0af7651916cd43dd8448eb211c80319c";
        Answer fast = http.get(GADGET + "r1", "traceparent", "00-" + traceId + "-b7ad6b7169203331-01");

        assertThat(fast.header("X-Trace-Id")).isEqualTo(traceId);
        assertThat(gadgets.asked).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, application/json, 200, true",
        "Accept, */*, 200, true",
        "Authorization, Bearer nonsense, 200, true",
        "Accept, text/html, 406, false",
        "Accept, nonsense, 406, false",
        "Accept, 'application/json;q=0.5, text/html', 200, false",
        "If-None-Match, '\"7\"', 200, false",
        "If-Modified-Since, 'Fri, 20 Nov 2026 09:00:00 GMT', 200, false",
        "Origin, https://elsewhere.example, 200, true"
    })
    void givenHeader_whenAsked_thenAnsweredAsByTheController(String name, String value, int status, boolean fast) {
        Answer answer = http.get(GADGET + "r1", name, value);
        assertThat(gadgets.asked.get() == 0).isEqualTo(fast || status == 406);
        Answer byController = http.get(GADGET + "r1?x=1", name, value);

        assertThat(answer.status()).isEqualTo(status).isEqualTo(byController.status());
        assertThat(answer.comparable()).isEqualTo(byController.comparable());
    }

    /** RFC 9110, 13.1.2: a list of ETags, compared as weak ones, or a star. %s is the ETag. */
    @ParameterizedTest
    @CsvSource({
        "'%s', 304",
        "'W/%s', 304",
        "'\"other\", %s', 304",
        "'\"a,b\",W/%s , \"c\"', 304",
        "'*', 304",
        "'\"7\"', 200",
        "'\"other\", W/\"7\"', 200",
        "'7', 200",
        "'\"*\"', 200",
        "'', 200"
    })
    void givenIfNoneMatch_whenAsked_thenNotModifiedWhenOneMatches(String condition, int status) {
        String tag = http.get(GADGET + "r1").header("ETag");
        assertThat(tag).matches("\"7-[A-Za-z0-9_-]{16}\"");

        Answer answer = http.get(GADGET + "r1", "If-None-Match", condition.formatted(tag));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.body().isEmpty()).isEqualTo(status == 304);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    /** Of the same version, but with another body. */
    @Test
    void givenAnotherBodyOfTheSameVersion_whenAsked_thenItHasAnotherTag() {
        String tag = http.get(GADGET + "r1").header("ETag");

        assertThat(http.get(GADGET + "r2", "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void givenOtherMethods_whenAsked_thenTheControllerAnswers() {
        Answer head = http.send("HEAD", GADGET + "r1", BodyPublishers.noBody());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).startsWith("\"7-");
        assertThat(gadgets.asked).hasValue(1);

        Answer post = http.post(GADGET + "r1", "{}");
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void givenIdWithoutAnAnswer_whenAsked_thenTheControllerAnswers() {
        assertThat(http.get(GADGET + "x1").json().path("userId").asString()).isEqualTo("x1");
        assertThat(http.get(GADGET + "rare").json().path("userId").asString()).isEqualTo("the rare one");
        assertThat(gadgets.asked).hasValue(2);
        assertThat(http.get(GADGET + "r%20").status()).isEqualTo(400);
    }

    @Test
    void givenReadsOnTheFastPath_whenMetricsAreRead_thenTheyAreCountedByTheirPattern() {
        http.get(GADGET + "r1");

        assertThat(http.get("/actuator/prometheus")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("http_server_requests_seconds_count")))
                .anyMatch(line -> line.contains("uri=\"/api/v1/gadget/{id}\"") && line.contains("status=\"200\""))
                .noneMatch(line -> line.contains("gadget/r1"));
    }

    @Test
    void givenEndpointWithRoles_whenItIsOnTheFastPath_thenTheStartIsRefused() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(TestApplication.class, Leak.class)
                        .web(WebApplicationType.SERVLET)
                        .profiles("standalone")
                        .run("--server.port=0")
                        .close())
                .hasStackTraceContaining("Only an endpoint that is for everyone can have answers on the fast path")
                .hasStackTraceContaining("/api/v1/thing/{id}");
    }

    /** It would answer without asking who asks. */
    @Component
    static class Leak implements FastPathAnswers {

        @Override
        public String pattern() {
            return "/api/v1/thing/{id}";
        }

        @Override
        public @Nullable FastPathAnswer find(String id) {
            return null;
        }
    }
}
