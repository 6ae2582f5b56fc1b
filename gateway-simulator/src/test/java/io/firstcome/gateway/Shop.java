package io.firstcome.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A shop, and a tester, that speak plain HTTP. */
final class Shop implements AutoCloseable {

    /** An answer of the gateway. */
    record Told(int status, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }

        String state() {
            return body.path("status").asString("");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final GatewaySimulator gateway;

    Shop(GatewaySimulator gateway) {
        this.gateway = gateway;
    }

    Told confirm(String paymentKey, String orderId, long amount, String... headers) throws IOException {
        return post(
                "/v1/payments/confirm",
                Json.text(Map.of("paymentKey", paymentKey, "orderId", orderId, "amount", amount)),
                headers);
    }

    Told cancel(String paymentKey, long amount, String... headers) throws IOException {
        return post(
                "/v1/payments/" + paymentKey + "/cancel",
                Json.text(Map.of("cancelReason", "changed my mind", "cancelAmount", amount)),
                headers);
    }

    Told cancelAll(String paymentKey, String... headers) throws IOException {
        return post("/v1/payments/" + paymentKey + "/cancel", Json.text(Map.of("cancelReason", "all")), headers);
    }

    Told find(String paymentKey) throws IOException {
        return send(request("/v1/payments/" + paymentKey).GET());
    }

    Told findByOrder(String orderId) throws IOException {
        return send(request("/v1/payments/orders/" + orderId).GET());
    }

    Told control(String call, Map<String, ?> body) throws IOException {
        return post("/simulator/" + call, Json.text(body));
    }

    JsonNode captured() throws IOException {
        return send(request("/simulator/captured").GET()).body().path("orders");
    }

    Told post(String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway.url() + path))
                .header("Authorization", basic(SimulatorSettings.TEST_KEY))
                .header("Content-Type", "application/json");
    }

    static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    private Told send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Told(response.statusCode(), Json.tree(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
