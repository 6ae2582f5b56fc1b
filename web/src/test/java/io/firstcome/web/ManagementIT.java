package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.Http.Answer;
import org.junit.jupiter.api.Test;

/** The actuator in the one-process run. */
class ManagementIT extends WebIT {

    @Test
    void givenStandalone_whenHealthMetricsAndInfoAreAsked_thenOpen() {
        Answer health = http.get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("status").asString()).isEqualTo("UP");
        assertThat(health.body()).doesNotContain("\"details\"", "/tmp");
        assertThat(http.get("/actuator/health/liveness").json().path("status").asString())
                .isEqualTo("UP");
        assertThat(http.get("/actuator/health/readiness").json().path("status").asString())
                .isEqualTo("UP");
        assertThat(http.get("/actuator/info").status()).isEqualTo(200);
        http.get(THING);
        http.post(THING, VALID, "Authorization", CUSTOMER);
        http.get("/never/seen/before");
        Answer metrics = http.get("/actuator/prometheus");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body()).contains("jvm_memory_used_bytes");
        assertThat(metrics.body().lines().filter(line -> line.startsWith("http_server_requests_seconds_count")))
                .anyMatch(line -> line.contains("method=\"GET\"") && line.contains("uri=\"/api/v1/thing\""))
                .anyMatch(line -> line.contains("method=\"POST\"") && line.contains("status=\"201\""))
                .anyMatch(line -> line.contains("uri=\"NOT_FOUND\"") && line.contains("outcome=\"CLIENT_ERROR\""))
                .noneMatch(line -> line.contains("/never/seen"));
    }

    @Test
    void givenUnknownHealthGroup_whenAsked_thenNotFound() {
        assertThat(http.get("/actuator/health/nope").status()).isEqualTo(404);
    }
}
