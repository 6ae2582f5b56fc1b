package io.firstcome.command.payment.card;

import io.firstcome.gateway.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Somebody at the gateway who looks into its books and does things by hand. */
record GatewayOperator(String url) {

    /** What was taken and not given back, of all orders. */
    long captured() {
        String body = send(
                HttpRequest.newBuilder(URI.create(url + "/simulator/captured")).GET());
        return sum(body, "captured") - sum(body, "cancelled");
    }

    private static long sum(String json, String field) {
        return Pattern.compile("\"" + field + "\":(\\d+)")
                .matcher(json)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }

    /** Gives a part back, past the shop. */
    void cancel(String paymentKey, long amount, String reason) {
        post(
                "/simulator/provoke",
                "{\"operation\":\"cancel\",\"outcome\":\"NORMAL\",\"paymentKey\":\"" + paymentKey + "\"}");
        post(
                "/v1/payments/" + paymentKey + "/cancel",
                "{\"cancelReason\":\"" + reason + "\",\"cancelAmount\":" + amount + "}");
    }

    private void post(String path, String body) {
        byte[] key = (SimulatorSettings.TEST_KEY + ":").getBytes(StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(key))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
