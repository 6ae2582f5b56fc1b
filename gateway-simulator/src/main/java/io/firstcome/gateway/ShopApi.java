package io.firstcome.gateway;

import com.sun.net.httpserver.HttpExchange;
import io.firstcome.gateway.Operations.Step;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of a shop: {@code /v1/payments/…}. */
final class ShopApi {

    private static final int MAX_IDEMPOTENCY_KEY = 300;
    private static final String ROOT = "/v1/payments/";

    private final PaymentBook books;
    private final Operations operations;
    private final String secretKey;
    private final InstantSource clock;

    ShopApi(PaymentBook books, Operations operations, String secretKey, InstantSource clock) {
        this.books = books;
        this.operations = operations;
        this.secretKey = secretKey;
        this.clock = clock;
    }

    void handle(HttpExchange exchange) throws IOException {
        Reply refused = refusalOf(exchange);
        if (refused != null) {
            Http.send(exchange, refused);
            return;
        }
        String path = exchange.getRequestURI().getRawPath();
        switch (exchange.getRequestMethod()) {
            case "GET" -> Http.send(exchange, get(path));
            case "POST" -> post(exchange, path, Http.body(exchange));
            default -> Http.send(exchange, Reply.error(405, "INVALID_REQUEST", "GET or POST"));
        }
    }

    /** The test hook goes before everything else, then who asks. */
    private @Nullable Reply refusalOf(HttpExchange exchange) {
        String wanted = exchange.getRequestHeaders().getFirst("TossPayments-Test-Code");
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (wanted != null && secretKey.startsWith("test_")) {
            return Reply.error(wanted, "as wanted by the test hook");
        }
        if (given == null || !given.startsWith("Basic ")) {
            return Reply.error("INCORRECT_BASIC_AUTH_FORMAT", "Basic authentication is needed");
        }
        byte[] right = Base64.getEncoder().encode((secretKey + ":").getBytes(StandardCharsets.UTF_8));
        byte[] is = given.substring("Basic ".length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, is) ? null : Reply.error("UNAUTHORIZED_KEY", "an unknown key");
    }

    private Reply get(String path) {
        if (path.startsWith(ROOT + "orders/")) {
            return operations.find(books.findByOrder(decoded(path.substring((ROOT + "orders/").length()))));
        }
        return operations.find(path.startsWith(ROOT) ? books.find(decoded(path.substring(ROOT.length()))) : null);
    }

    private void post(HttpExchange exchange, String path, String body) throws IOException {
        if (path.equals(ROOT + "confirm")) {
            once(exchange, path, () -> operations.confirm(Json.tree(body)));
        } else if (path.startsWith(ROOT) && path.endsWith("/cancel")) {
            String key = decoded(path.substring(ROOT.length(), path.length() - "/cancel".length()));
            once(exchange, path, () -> operations.cancel(key, Json.tree(body)));
        } else {
            Http.send(exchange, Reply.error(404, "NOT_FOUND_PAYMENT", "no such call"));
        }
    }

    /** Under a key that was used before, the first answer again, whatever the body is. */
    private void once(HttpExchange exchange, String path, Supplier<Step> operation) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null) {
            Http.send(exchange, run(operation, null, path));
            return;
        }
        if (key.length() > MAX_IDEMPOTENCY_KEY) {
            Http.send(exchange, Reply.error("INVALID_IDEMPOTENCY_KEY", "at most 300 characters"));
            return;
        }
        String id = scope(path) + "\n" + key;
        if (!books.begin(id)) {
            Http.send(exchange, Reply.error("IDEMPOTENT_REQUEST_PROCESSING", "the first one is being handled"));
            return;
        }
        try {
            Answer before = books.remembered(id);
            Http.send(
                    exchange,
                    before == null
                            ? run(operation, key, path)
                            : new Reply(before.status(), before.body(), Duration.ZERO, false));
        } finally {
            books.end(id);
        }
    }

    private Reply run(Supplier<Step> operation, @Nullable String key, String path) {
        return books.exclusively(() -> {
            Step step = operation.get();
            Answer answer = key == null
                    ? null
                    : new Answer(
                            scope(path),
                            key,
                            step.reply().status(),
                            step.reply().body(),
                            clock.instant());
            books.write(step.payment(), answer);
            return step.reply();
        });
    }

    private String scope(String path) {
        return secretKey + " POST " + path;
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
