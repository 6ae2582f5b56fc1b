package io.firstcome.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The data platform that reservations are exported to, for development and tests: {@code /platform/…}. It takes each event once, keeps
 * the newest in memory, and can be told to take none.
 */
final class DataPlatformApi {

    private static final int MOST_KEPT = 100_000;
    private static final int TAKEN = 200;

    /** By their keys, as they came first. */
    private final Map<String, JsonNode> reservations = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonNode> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private int answer = TAKEN;

    void handle(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        JsonNode body = Json.tree(Http.body(exchange));
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Http.send(
                exchange,
                switch (call) {
                    case "POST /platform/reservation" -> take(key == null ? "" : key, body);
                    case "GET /platform/reservation" -> list();
                    case "POST /platform/answer" ->
                        answerWith(body.path("status").asInt(TAKEN));
                    default -> Reply.error(404, "NOT_FOUND", "no such call of the data platform");
                });
    }

    private synchronized Reply take(String key, JsonNode body) {
        if (answer != TAKEN) {
            return Reply.error(answer, "NOT_TAKEN", "it was told to take nothing");
        }
        if (key.isEmpty() || body.isEmpty()) {
            return Reply.error(400, "INVALID_REQUEST", "a reservation and its Idempotency-Key are needed");
        }
        reservations.putIfAbsent(key, body);
        return Reply.ok(Map.of());
    }

    private synchronized Reply list() {
        return Reply.ok(Map.of("items", List.copyOf(reservations.values())));
    }

    /** From now on each reservation is answered so; 200: it is taken. */
    private synchronized Reply answerWith(int status) {
        if (status < TAKEN || status > 599) {
            return Reply.error(400, "INVALID_REQUEST", "status is 200 to 599");
        }
        answer = status;
        return Reply.ok(Map.of("status", status));
    }
}
