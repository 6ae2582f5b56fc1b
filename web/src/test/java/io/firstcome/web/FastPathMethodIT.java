package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.Http.Answer;
import io.firstcome.web.app.TestApplication;
import io.firstcome.web.app.ThingRequest;
import io.firstcome.web.app.TwinController;
import io.firstcome.web.fastpath.FastPath;
import io.firstcome.web.security.ForPublic;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The fast path gives the answers of Spring MVC; what is not simple goes to Spring MVC. */
class FastPathMethodIT extends WebIT {

    private static final String FAST = "/api/v1/twin/fast";
    private static final String PLAIN = "/api/v1/twin/plain";

    @Autowired
    private TwinController twins;

    @BeforeEach
    void forget() {
        twins.fast.set(0);
        twins.called.set(0);
    }

    /** What an answer says, without what differs between any two requests. */
    private static String saying(Answer answer) {
        return answer.body()
                .replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "")
                .replace(FAST, "PATH")
                .replace(PLAIN, "PATH");
    }

    private Answer sameByBoth(String body, String... headers) {
        Answer fast = http.post(FAST, body, headers);
        Answer plain = http.post(PLAIN, body, headers);
        assertThat(fast.status()).as(fast.body()).isEqualTo(plain.status());
        assertThat(saying(fast)).isEqualTo(saying(plain));
        assertThat(fast.comparable()).isEqualTo(plain.comparable());
        return fast;
    }

    @ParameterizedTest
    @CsvSource({
        "Welcome, 201",
        "sold-out, 409",
        "broken, 500",
        "fault, 500",
        "away, 503",
    })
    void givenSimpleRequest_whenPosted_thenTheFastPathAnswersTheSame(String name, int status) {
        String body = VALID.replace("Welcome", name);

        assertThat(sameByBoth(body, "Authorization", CUSTOMER).status()).isEqualTo(status);
        assertThat(sameByBoth(body, "Authorization", CUSTOMER, "Idempotency-Key", "k-1")
                        .status())
                .isEqualTo(status);
        assertThat(twins.fast).hasValue(2);
        assertThat(twins.called).hasValue(4);
    }

    @Test
    void givenKey_whenPosted_thenTheMethodGetsIt() {
        Answer answer = sameByBoth(VALID, "Authorization", CUSTOMER, "Idempotency-Key", "k-1");

        assertThat(answer.json().path("note").asString()).isEqualTo("k-1:32");
        assertThat(sameByBoth(VALID, "Authorization", CUSTOMER, "Idempotency-Key", "k".repeat(256))
                        .status())
                .isEqualTo(400);
        assertThat(twins.called).hasValue(2);
    }

    @Test
    void givenAdmission_whenPosted_thenTheMethodGetsIt() {
        Answer one = sameByBoth(VALID, "Authorization", CUSTOMER, "X-Admission", "a.b.c");
        Answer two = sameByBoth(VALID, "Authorization", CUSTOMER, "X-Admission", "a.b.c", "X-Admission", "d.e.f");

        assertThat(one.json().path("note").asString()).isEqualTo("admitted by 'a.b.c'");
        assertThat(two.json().path("note").asString()).isEqualTo("admitted by ''");
        assertThat(twins.fast).hasValue(2);
    }

    @Test
    void givenAnotherUser_whenPosted_thenForbiddenByBoth() {
        assertThat(sameByBoth(VALID.replace("1,", "2,"), "Authorization", CUSTOMER)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"userId\":1}",
                "{\"userId\":1,\"name\":\"Welcome\",\"quantity\":0,\"small\":1}",
                "{\"userId\":1,\"name\":\"Welcome\",\"quantity\":\"10\",\"small\":1}",
                "{\"userId\":\"a b\",\"name\":\"Welcome\",\"quantity\":10,\"small\":1}",
                "{\"userId\":1,\"userId\":2,\"name\":\"Welcome\",\"quantity\":10,\"small\":1}",
                "{\"userId\":1,\"name\":\"Welcome\",\"quantity\":10,\"small\":1,\"more\":1}",
                "{\"userId\":1,\"name\":\"Welcome\",\"quantity\":10,\"small\":1} x",
                "{\"userId\":1,\"name\":\"\\ud800\",\"quantity\":10,\"small\":1}",
            })
    void givenWrongBody_whenPosted_thenTheFastPathSaysTheSame(String body) {
        assertThat(sameByBoth(body, "Authorization", CUSTOMER).status()).isEqualTo(400);
        assertThat(sameByBoth(body, "Authorization", CUSTOMER, "Idempotency-Key", "k")
                        .status())
                .isEqualTo(400);
        assertThat(twins.called).hasValue(0);
    }

    @Test
    void givenWrongBody_whenPosted_thenItIsReadOnce() {
        String wrong = VALID.replace("10", "0").replace("}", ",\"checked\":{\"value\":5}}");
        ThingRequest.Checked.MADE.set(0);
        http.post(FAST, wrong, "Authorization", CUSTOMER).isProblem(400, "INVALID_REQUEST");
        assertThat(ThingRequest.Checked.MADE).hasValue(1);
    }

    @Test
    void givenBodyAndKeyThatAreWrong_whenPosted_thenTheFirstParameterIsToldByBoth() {
        String[] headers = {"Authorization", CUSTOMER, "Idempotency-Key", "k".repeat(256)};
        assertThat(sameByBoth("{}", headers).json().path("code").asString()).isEqualTo("INVALID_IDEMPOTENCY_KEY");
    }

    @Test
    void givenTextBeyondAscii_whenPosted_thenTheFastPathReadsIt() {
        Answer answer = sameByBoth(VALID.replace("Welcome", "Grüße"), "Authorization", CUSTOMER);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(twins.fast).hasValue(1);
    }

    @Test
    void givenBytesThatAreNoUtf8_whenPosted_thenTheSameRefusal() {
        byte[] latin = VALID.replace("Welcome", "Grüße").getBytes(StandardCharsets.ISO_8859_1);
        Answer fast = http.post(FAST, latin, "Authorization", CUSTOMER).isProblem(400, "MALFORMED_REQUEST");
        assertThat(saying(fast)).isEqualTo(saying(http.post(PLAIN, latin, "Authorization", CUSTOMER)));
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, application/json, 201, 1",
        "Accept, */*, 201, 1",
        "Accept, text/html, 406, 0",
        "Accept, 'application/json;q=0.5, text/html', 201, 0",
        "Content-Type, application/json; charset=utf-8, 201, 0",
        "Content-Type, text/plain, 415, 0",
        "Origin, https://elsewhere.example, 201, 1",
    })
    void givenHeader_whenPosted_thenAnsweredAsBySpringMvc(String name, String value, int status, int fast) {
        Answer answer = sameByBoth(VALID, "Authorization", CUSTOMER, name, value);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(twins.fast).hasValue(fast);
    }

    @Test
    void givenNoTokenOrAWrongOneOrAnotherRole_whenPosted_thenTheSameRefusal() {
        assertThat(sameByBoth(VALID).status()).isEqualTo(401);
        assertThat(sameByBoth(VALID, "Authorization", "Bearer nonsense").status())
                .isEqualTo(401);
        assertThat(sameByBoth(VALID, "Authorization", AUDITOR).status()).isEqualTo(403);
        assertThat(twins.called).hasValue(0);
    }

    @Test
    void givenOtherMethodsAndParameters_whenAsked_thenSpringMvcAnswers() {
        assertThat(http.get(FAST, "Authorization", CUSTOMER).status()).isEqualTo(405);
        assertThat(http.post(FAST + "?x=1", VALID, "Authorization", CUSTOMER).status())
                .isEqualTo(201);
        assertThat(http.send(
                                "POST",
                                FAST,
                                BodyPublishers.ofString(VALID + " ".repeat(5_000)),
                                "Authorization",
                                CUSTOMER,
                                "Content-Type",
                                "application/json")
                        .status())
                .isEqualTo(201);
        assertThat(twins.fast).hasValue(0);
    }

    @Test
    void givenFastPath_whenMetricsAreRead_thenItIsCountedByItsPath() {
        http.post(FAST, VALID, "Authorization", CUSTOMER);

        assertThat(http.get("/actuator/prometheus").body().lines())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("uri=\"" + FAST + "\"")
                        && line.contains("status=\"201\""));
    }

    @Test
    void givenFastPathSwitchedOff_whenPosted_thenSpringMvcAnswers() {
        try (ConfigurableApplicationContext application = start("--firstcome.web.fast-path=false")) {
            Http other = new Http(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));

            assertThat(other.post(FAST, VALID, "Authorization", CUSTOMER).status())
                    .isEqualTo(201);
            assertThat(application.getBean(TwinController.class).called).hasValue(1);
            assertThat(application.getBean(TwinController.class).fast).hasValue(0);
        }
    }

    private static ConfigurableApplicationContext start(String property, Class<?>... more) {
        return new SpringApplicationBuilder(TestApplication.class)
                .sources(more)
                .web(WebApplicationType.SERVLET)
                .profiles("standalone")
                .run("--server.port=0", property);
    }

    @ParameterizedTest
    @ValueSource(classes = {Open.class, Variable.class, Greedy.class})
    void givenMethodThatIsNotForTheFastPath_whenItIsMarked_thenTheStartIsRefused(Class<?> controller) {
        assertThatThrownBy(() ->
                        start("--firstcome.web.fast-path=true", controller).close())
                .hasStackTraceContaining("@FastPath method");
    }

    /** Nobody would be asked who they are. */
    @RestController
    static class Open {

        @PostMapping("/api/v1/open")
        @FastPath
        @ForPublic
        ResponseEntity<String> post(@RequestBody Map<String, String> body) {
            return ResponseEntity.ok(body.toString());
        }
    }

    /** Its path is not one. */
    @RestController
    static class Variable {

        @PostMapping("/api/v1/variable/{id}")
        @FastPath
        @ForPublic
        ResponseEntity<String> post(@RequestBody Map<String, String> body) {
            return ResponseEntity.ok(body.toString());
        }
    }

    /** It takes what only Spring MVC can give. */
    @RestController
    static class Greedy {

        @PostMapping("/api/v1/greedy")
        @FastPath
        @ForPublic
        ResponseEntity<String> post(@RequestBody Map<String, String> body, Locale locale) {
            return ResponseEntity.ok(body.toString() + locale);
        }
    }
}
