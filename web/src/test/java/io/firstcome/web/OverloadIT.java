package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.Http.Answer;
import io.firstcome.web.app.SlowController;
import io.firstcome.web.app.TestApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Twenty times as many come as a slow node can decide. */
@SpringBootTest(
        classes = {TestApplication.class, SlowController.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"firstcome.overload.least=8", "firstcome.overload.most=64"})
@ActiveProfiles("standalone")
class OverloadIT {

    private static final Duration BOUND = Duration.ofSeconds(3);
    private static final String SLOW = "/api/v1/slow";

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry metrics;

    @Test
    void givenAnOverload_whenItLasts_thenItIsShedAtOnceAndThoseLetInAreAnsweredInTime() {
        Http http = new Http(port);
        try (Overload overload = new Overload(port)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> overload.told(200).size() > 200);
            assertOthersAreServed(http);
            assertThat(overload.told(503)).isNotEmpty().allSatisfy(told -> {
                told.answer().isProblem(503, "UNAVAILABLE");
                assertThat(told.answer().header("Retry-After")).matches("[1-3]");
                assertThat(told.answer().header("X-Trace-Id")).isNotEmpty();
                assertThat(told.answer().header("X-Content-Type-Options")).isEqualTo("nosniff");
            });
            assertThat(overload.medianBefore())
                    .as("those let in have few before them, 10 ms each")
                    .isLessThanOrEqualTo(16);
            assertThat(overload.median(200)).isLessThan(BOUND);
            assertThat(overload.told(200).size() + overload.told(503).size())
                    .as("nothing else is told")
                    .isGreaterThanOrEqualTo(overload.count() - 200);
            assertThat(gauge("firstcome.overload.limit")).isLessThanOrEqualTo(16);
        }
        assertThat(metrics.get("firstcome.overload.shed")
                        .tag("kind", "command")
                        .counter()
                        .count())
                .isPositive();
        assertRecovered(http);
    }

    private void assertOthersAreServed(Http http) {
        assertThat(http.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(http.get("/actuator/prometheus").body()).contains("firstcome_overload_shed_total");
        assertThat(http.get(SLOW).status()).as("reads do not wait for commands").isEqualTo(200);
        assertThat(IntStream.range(0, 10))
                .as("those who run the sale are let in")
                .allMatch(i ->
                        http.post(SLOW, "{}", "Authorization", WebIT.OPERATOR).status() == 200);
        String forged = WebIT.OPERATOR.substring(0, WebIT.OPERATOR.length() - 4) + "AAAA";
        assertThat(IntStream.range(0, 10)
                        .map(i -> http.post(SLOW, "{}", "Authorization", forged).status()))
                .as("who only says so is not")
                .isSubsetOf(401, 503);
    }

    private void assertRecovered(Http http) {
        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> gauge("firstcome.overload.under.way") == 0);
        long begin = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            Answer answer = http.post(SLOW, "{}", "Authorization", WebIT.CUSTOMER);
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    private double gauge(String name) {
        return metrics.get(name).tag("kind", "command").gauge().value();
    }
}
