package io.firstcome.gateway;

import com.sun.net.httpserver.HttpExchange;
import io.firstcome.gateway.ScriptedOutcomes.Provocation;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The calls of a tester: {@code /simulator/…}. They need no key. */
final class ControlApi {

    private static final int MOST_TIMES = 1_000;

    private final PaymentBook books;
    private final Operations operations;
    private final ScriptedOutcomes provocations;
    private final Webhooks webhooks;

    ControlApi(PaymentBook books, Operations operations, ScriptedOutcomes provocations, Webhooks webhooks) {
        this.books = books;
        this.operations = operations;
        this.provocations = provocations;
        this.webhooks = webhooks;
    }

    void handle(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        JsonNode body = Json.tree(Http.body(exchange));
        Http.send(
                exchange,
                switch (call) {
                    case "POST /simulator/checkout" -> checkout(body);
                    case "POST /simulator/authenticate" -> authenticate(body);
                    case "POST /simulator/provoke" -> provoke(body);
                    case "GET /simulator/captured" -> Reply.ok(Map.of("orders", books.captured()));
                    case "POST /simulator/webhook" -> webhook(body);
                    case "POST /simulator/webhook-url" -> webhookUrl(body);
                    case "GET /simulator/webhook" -> Reply.ok(Map.of("deliveries", webhooks.deliveries()));
                    default -> Reply.error(404, "NOT_FOUND", "no such call of the simulator");
                });
    }

    private Reply checkout(JsonNode body) {
        String orderId = body.path("orderId").asString("");
        long amount =
                body.path("amount").isIntegralNumber() ? body.path("amount").asLong() : 0;
        if (orderId.isEmpty() || amount < 1) {
            return invalid("orderId and amount are needed");
        }
        String wantedKey = body.path("paymentKey").asString(null);
        boolean authenticated = body.path("authenticated").asBoolean(true);
        return books.exclusively(() -> {
            if (wantedKey != null && books.find(wantedKey) != null) {
                return invalid("this paymentKey is known");
            }
            Payment payment = operations.checkout(orderId, amount, wantedKey, authenticated);
            books.write(payment, null);
            return Reply.ok(Map.of("paymentKey", payment.paymentKey()));
        });
    }

    private Reply authenticate(JsonNode body) {
        return books.exclusively(() -> {
            Payment payment = books.find(body.path("paymentKey").asString(""));
            if (payment == null || payment.status() != Status.READY) {
                return invalid("no checkout waits for its buyer under this paymentKey");
            }
            books.write(
                    operations.checkout(payment.orderId(), payment.totalAmount(), payment.paymentKey(), true), null);
            return Reply.ok(Map.of("paymentKey", payment.paymentKey()));
        });
    }

    private Reply provoke(JsonNode body) {
        String operation = body.path("operation").asString(ScriptedOutcomes.CONFIRM);
        String outcome =
                body.path("outcome").asString("").toUpperCase(Locale.ROOT).replace('-', '_');
        Provocation wanted = Operations.provocation(outcome, body.path("code").asString(""), operation);
        boolean known = operation.equals(ScriptedOutcomes.CONFIRM) || operation.equals(ScriptedOutcomes.CANCEL);
        if (wanted == null || !known) {
            return invalid("operation is confirm or cancel, outcome NORMAL, DECLINE, TIMEOUT, LOST, LATE,"
                    + " LATE_DECLINE or ERROR");
        }
        int times = Math.clamp(body.path("times").asInt(1), 1, MOST_TIMES);
        provocations.tell(operation, body.path("paymentKey").asString(ScriptedOutcomes.ANY), wanted, times);
        return Reply.ok(Map.of("times", times));
    }

    /** Sends a webhook that nothing has caused: a repeated one, or one of the other kind. */
    private Reply webhook(JsonNode body) {
        Payment payment = books.find(body.path("paymentKey").asString(""));
        if (payment == null) {
            return invalid("an existing paymentKey is needed");
        }
        if (body.path("type").asString("").equals("DEPOSIT_CALLBACK")) {
            webhooks.deposit(
                    payment,
                    body.path("status").asString("DONE"),
                    body.path("secret").asString(payment.secret()));
        } else {
            int times = Math.clamp(body.path("times").asInt(1), 1, MOST_TIMES);
            webhooks.repeat(payment, body.path("transmissionId").asString(Webhooks.newId()), times);
        }
        return Reply.ok(Map.of("paymentKey", payment.paymentKey()));
    }

    private Reply webhookUrl(JsonNode body) {
        webhooks.sendTo(body.path("url").asString(null));
        return Reply.ok(Map.of());
    }

    private static Reply invalid(String message) {
        return Reply.error(400, "INVALID_REQUEST", message);
    }
}
