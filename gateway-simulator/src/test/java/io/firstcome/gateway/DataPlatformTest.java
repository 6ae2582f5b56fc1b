package io.firstcome.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataPlatformTest {

    private final GatewaySimulator simulator = GatewaySimulator.start(SimulatorSettings.defaults());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> send(String method, String path, String key, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(simulator.url() + path))
                        .header("Idempotency-Key", key)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private int post(String key, String body) throws IOException, InterruptedException {
        return send("POST", "/platform/reservation", key, body).statusCode();
    }

    @Test
    void givenReservations_whenPostedTwice_thenEachIsKeptOnceInItsOrder() throws IOException, InterruptedException {
        assertThat(post("a", "{\"n\":1}")).isEqualTo(200);
        assertThat(post("b", "{\"n\":2}")).isEqualTo(200);
        assertThat(post("a", "{\"n\":1}")).isEqualTo(200);

        assertThat(send("GET", "/platform/reservation", "-", "").body()).isEqualTo("{\"items\":[{\"n\":1},{\"n\":2}]}");
    }

    @Test
    void givenAPlatformThatIsToldToRefuse_whenPosted_thenNothingIsKeptUntilItTakesAgain()
            throws IOException, InterruptedException {
        send("POST", "/platform/answer", "-", "{\"status\":503}");
        assertThat(post("a", "{\"n\":1}")).isEqualTo(503);
        send("POST", "/platform/answer", "-", "{\"status\":200}");
        assertThat(post("a", "{\"n\":1}")).isEqualTo(200);

        assertThat(send("GET", "/platform/reservation", "-", "").body()).isEqualTo("{\"items\":[{\"n\":1}]}");
    }

    @Test
    void givenNoKeyOrNoReservation_whenPosted_thenItIsRefused() throws IOException, InterruptedException {
        assertThat(post("a", "[]")).isEqualTo(400);
        assertThat(send("POST", "/platform/nothing", "a", "{}").statusCode()).isEqualTo(404);
    }
}
