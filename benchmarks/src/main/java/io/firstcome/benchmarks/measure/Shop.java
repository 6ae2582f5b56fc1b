package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.system.Ours;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Products and their stock, as an operator sets them up and an auditor adds them up. */
final class Shop {

    static final int PRICE = 10_000;
    private static final int AUDIT_PAGE = 1_000;

    private Shop() {}

    /** A product that nobody else has, with that stock. */
    static String newProduct(Session session, Ours system, int stock) {
        String id = session.newName("product");
        system.http()
                .post(
                        "/api/v1/product",
                        Tokens.OPERATOR,
                        "{\"productId\":\"" + id + "\",\"name\":\"bench\",\"price\":" + PRICE + ",\"stock\":" + stock
                                + "}")
                .require(201);
        return id;
    }

    /**
     * Adds up the stock's history event by event, and compares it with the view.
     *
     * @return the pieces sold
     */
    static long verifyStock(Ours system, String product, Checks checks) {
        History history = new History();
        long after = 0;
        int size;
        do {
            JsonNode page = system.audit("stock", product, "", after);
            for (JsonNode event : page) {
                history.apply(event.get("type").asString(), event.get("payload"));
                after = event.get("position").asLong();
            }
            size = page.size();
        } while (size == AUDIT_PAGE);
        checks.verify(
                "received = available + held + sold, after each event of the stock", history.sound, history.toString());
        JsonNode view = system.http()
                .get("/api/v1/product/" + product + "/stock", "")
                .require(200)
                .json();
        checks.verify(
                "the view of the stock is what its events amount to",
                view.get("available").asLong() == history.available
                        && view.get("held").asLong() == history.held
                        && view.get("sold").asLong() == history.sold,
                history + "; the view: " + view);
        return history.sold;
    }

    /** The sum of a stock's events. */
    private static final class History {
        private final Map<String, Integer> open = new HashMap<>();
        private final Map<String, Integer> sales = new HashMap<>();
        private long received;
        private long available;
        private long held;
        private long sold;
        private boolean sound = true;

        private void apply(String type, JsonNode payload) {
            String hold = payload.path("holdId").asString("");
            switch (type) {
                case "StockOpened" -> receive(quantity(payload.get("offers")));
                case "StockReceived" -> receive(payload.get("quantity").asInt());
                case "StockHeld" -> {
                    int quantity = quantity(payload.get("lines"));
                    sound &= open.put(hold, quantity) == null;
                    available -= quantity;
                    held += quantity;
                }
                case "StockReleased" -> available += end(hold);
                case "StockSold" -> {
                    int quantity = end(hold);
                    sold += quantity;
                    sound &= sales.put(hold, quantity) == null;
                }
                case "StockReturned" -> {
                    Integer quantity = sales.remove(hold);
                    sound &= quantity != null;
                    sold -= quantity == null ? 0 : quantity;
                    available += quantity == null ? 0 : quantity;
                }
                default -> {
                    // Refused holds and the end of a sale move nothing.
                }
            }
            sound &= available >= 0 && held >= 0 && sold >= 0 && received == available + held + sold;
        }

        private void receive(int quantity) {
            received += quantity;
            available += quantity;
        }

        private int end(String hold) {
            Integer quantity = open.remove(hold);
            sound &= quantity != null;
            held -= quantity == null ? 0 : quantity;
            return quantity == null ? 0 : quantity;
        }

        private static int quantity(JsonNode lines) {
            int sum = 0;
            for (JsonNode line : lines) {
                sum += line.get("quantity").asInt();
            }
            return sum;
        }

        @Override
        public String toString() {
            return received + " received, " + available + " available, " + held + " held, " + sold + " sold";
        }
    }
}
