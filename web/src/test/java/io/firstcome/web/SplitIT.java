package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.app.TestApplication;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The actuator outside of the one-process run: on a port of its own, except for health. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "firstcome.security.jwt-secret=a-secret-of-this-test-with-32-bytes-or-more",
            "management.server.port=0"
        })
class SplitIT {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private Http outside;
    private Http inside;

    @BeforeEach
    void connect() {
        outside = new Http(port);
        inside = new Http(managementPort);
    }

    @Test
    void givenOutsider_whenActuatorIsAsked_thenHealthOnly() {
        assertThat(outside.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(outside.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(outside.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        outside.get("/actuator/health/nope").isProblem(404, "NOT_FOUND");
        outside.get("/actuator/prometheus").isProblem(404, "NOT_FOUND");
        outside.get("/actuator/info").isProblem(404, "NOT_FOUND");
        outside.get("/actuator/env").isProblem(404, "NOT_FOUND");
    }

    @Test
    void givenInsider_whenActuatorIsAsked_thenHealthMetricsAndInfoAndNothingElse() throws IOException {
        assertThat(inside.get("/actuator/health").status()).isEqualTo(200);
        assertThat(inside.get("/actuator/info").status()).isEqualTo(200);
        assertThat(inside.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        inside.get("/actuator/env").isProblem(404, "NOT_FOUND");
        inside.get("/actuator/heapdump").isProblem(404, "NOT_FOUND");
        inside.get("/nope").isProblem(404, "NOT_FOUND");
        inside.post("/actuator/health", "{}").isProblem(405, "METHOD_NOT_ALLOWED");
        String answer = inside.raw("GET /<> HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void givenTokenOfTheStandaloneSecret_whenAsked_thenUnauthenticated() {
        outside.post(WebIT.THING, WebIT.VALID, "Authorization", WebIT.CUSTOMER).isProblem(401, "UNAUTHENTICATED");
    }
}
