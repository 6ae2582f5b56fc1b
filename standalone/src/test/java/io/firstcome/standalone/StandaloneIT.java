package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("parallel")
class StandaloneIT {
    private static final int SIGTERM_CODE = 143;

    @Test
    void givenRunningSystem_whenStopped_thenNoProcessIsLeftAndItStartsAgainOnItsData(@TempDir Path data)
            throws Exception {
        try (StandaloneProcess system = StandaloneProcess.start(data)) {
            assertThat(status(system, "/actuator/health")).isEqualTo(200);
            assertThat(String.join("\n", system.output()))
                    .contains("MariaDB is up", "Redis is up", "Kafka is up")
                    .contains(system.baseUrl() + "/swagger-ui.html")
                    .contains("jdbc:mysql://127.0.0.1:", "operator/operator")
                    .contains("topics firstcome.coupon, .product, .stock, .order, .payment, .wallet")
                    .contains(system.baseUrl() + "/api/v1/coupon/publish");
            assertThat(publishDemoCoupon(system)).isEqualTo(201);
            assertStopsClean(system);
        }
        try (StandaloneProcess again = StandaloneProcess.start(data)) {
            assertThat(publishDemoCoupon(again)).isEqualTo(409);
            assertStopsClean(again);
        }
        assertThat(Files.readString(data.resolve("log/firstcome.log"))).doesNotContain(" ERROR ");
    }

    @Test
    void givenKilledSystem_whenStartedAgain_thenOldServersAreGoneAndItIsReady(@TempDir Path data) throws Exception {
        List<Long> children;
        try (StandaloneProcess system = StandaloneProcess.start(data)) {
            children = system.childPids();
            system.kill9();
        }
        try (StandaloneProcess again = StandaloneProcess.start(data)) {
            assertThat(status(again, "/actuator/health")).isEqualTo(200);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> children.stream().noneMatch(StandaloneProcess::isRunning));
            assertStopsClean(again);
        }
    }

    @Test
    void givenRunningSystem_whenAnotherIsStartedOnItsDirectory_thenItSaysSoAndEnds(@TempDir Path data) {
        try (StandaloneProcess system = StandaloneProcess.start(data);
                StandaloneProcess second =
                        StandaloneProcess.launch(List.of(), List.of("--port", "0", "--data", data.toString()))) {
            assertThat(second.awaitExit()).isEqualTo(1);
            await().untilAsserted(() ->
                    assertThat(String.join("\n", second.output())).contains("already runs", "process " + system.pid()));
            assertStopsClean(system);
        }
    }

    @Test
    void givenTakenPort_whenStarted_thenItSaysSoAndStartsNothing(@TempDir Path data) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                StandaloneProcess system = StandaloneProcess.launch(
                        List.of(),
                        List.of(
                                "--port",
                                Integer.toString(taken.getLocalPort()),
                                "--data",
                                data.resolve("untouched").toString()))) {
            assertThat(system.awaitExit()).isEqualTo(1);
            await().untilAsserted(() ->
                    assertThat(String.join("\n", system.output())).contains("Port " + taken.getLocalPort(), "--port"));
            assertThat(data.resolve("untouched")).doesNotExist();
        }
    }

    private static void assertStopsClean(StandaloneProcess system) {
        List<Long> children = system.childPids();
        assertThat(children).hasSizeGreaterThanOrEqualTo(2);
        assertThat(system.stop()).isEqualTo(SIGTERM_CODE);
        assertThat(children).noneMatch(StandaloneProcess::isRunning);
    }

    /** The first call that a newcomer is told to make. Returns its status. */
    private static int publishDemoCoupon(StandaloneProcess system) throws IOException, InterruptedException {
        String login = post(system, "/auth/token", "", "{\"username\":\"1\",\"password\":\"password\"}")
                .body();
        String token = login.replaceAll("(?s).*\"accessToken\":\"([^\"]+)\".*", "$1");
        return post(system, "/coupon/publish", "Bearer " + token, "{\"userId\": 1, \"couponId\": 1}")
                .statusCode();
    }

    private static HttpResponse<String> post(StandaloneProcess system, String path, String authorization, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.baseUrl() + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int status(StandaloneProcess system, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(system.baseUrl() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
