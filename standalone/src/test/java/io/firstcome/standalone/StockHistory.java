package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A stock's history as an auditor reads it, added up by hand: received = available + held + sold at every event. */
final class StockHistory {

    private final List<JsonNode> events;
    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, Integer> sales = new HashMap<>();
    private int received;
    private int available;
    private int held;
    private int sold;

    private StockHistory(List<JsonNode> events) {
        this.events = events;
    }

    static StockHistory of(ObservedState truth, String product) {
        return new StockHistory(truth.events("stock", product));
    }

    /** Adds up all events, checking after each. */
    StockHistory assertSound() {
        assertThat(events).isNotEmpty();
        for (JsonNode event : events) {
            apply(event.get("type").asString(), event.get("payload"));
            assertThat(List.of(available, held, sold)).as(event.toString()).allMatch(count -> count >= 0);
            assertThat(available + held + sold).as(event.toString()).isEqualTo(received);
        }
        return this;
    }

    int heldNow() {
        return held;
    }

    int soldNow() {
        return sold;
    }

    int availableNow() {
        return available;
    }

    private void apply(String type, JsonNode payload) {
        String hold = payload.path("holdId").asString("");
        switch (type) {
            case "StockOpened" -> receive(quantity(payload.get("offers")));
            case "StockReceived" -> receive(payload.get("quantity").asInt());
            case "StockHeld" -> {
                int quantity = quantity(payload.get("lines"));
                assertThat(open.put(hold, quantity)).as("held twice: " + hold).isNull();
                available -= quantity;
                held += quantity;
            }
            case "StockReleased" -> {
                // Without lines its order had ended before it held any.
                available += payload.get("lines").isEmpty() ? 0 : end(hold);
            }
            case "StockSold" -> {
                int quantity = end(hold);
                sold += quantity;
                assertThat(sales.put(hold, quantity)).as("sold twice: " + hold).isNull();
            }
            case "StockReturned" -> {
                int quantity = take(sales, hold, "returned but not sold");
                sold -= quantity;
                available += quantity;
            }
            default -> assertThat(type).isIn("StockHoldRefused", "SaleClosed");
        }
    }

    private void receive(int quantity) {
        received += quantity;
        available += quantity;
    }

    private int end(String hold) {
        int quantity = take(open, hold, "ended but not held");
        held -= quantity;
        return quantity;
    }

    private static int take(Map<String, Integer> holds, String hold, String otherwise) {
        return Objects.requireNonNull(holds.remove(hold), () -> otherwise + ": " + hold);
    }

    private static int quantity(JsonNode lines) {
        int sum = 0;
        for (JsonNode line : lines) {
            sum += line.get("quantity").asInt();
        }
        return sum;
    }
}
