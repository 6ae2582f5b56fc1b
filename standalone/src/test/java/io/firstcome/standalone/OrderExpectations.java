package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must be true of a shop when all its processes have come to their end, whatever failed on the way. */
record OrderExpectations(StandaloneProcess system, List<String> products, List<String> coupons) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    /** Waits until every order has ended or is paid, then compares stock, points, coupons and the gateway's books. */
    void assertSettled() {
        ObservedState truth = new ObservedState(system);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertAllEnded(truth));
        Awaitility.await().atMost(PATIENCE).until(truth::caughtUp);
        assertNoDeadLetters(truth);
        products.forEach(product -> assertStockAgrees(truth, product));
        assertPointsAgree(truth);
        assertCouponsAgree(truth);
        assertCardsAgree(truth);
    }

    private static void assertAllEnded(ObservedState truth) {
        assertThat(truth.rows("SELECT order_id, status FROM order_view"
                        + " WHERE status NOT IN ('PAID', 'REJECTED', 'CANCELLED', 'EXPIRED', 'REFUNDED')"))
                .isEmpty();
        assertThat(truth.rows("SELECT payment_id, status FROM payment_view WHERE status IN ('REQUESTED', 'UNKNOWN')"))
                .isEmpty();
        assertThat(truth.rows("SELECT saga_id, saga_type FROM saga_entry"))
                .as("sagas")
                .isEmpty();
    }

    private static void assertNoDeadLetters(ObservedState truth) {
        for (JsonNode processor : truth.processors()) {
            assertThat(processor.path("deadLetters").asInt())
                    .as(processor.toString())
                    .isZero();
        }
    }

    private static void assertStockAgrees(ObservedState truth, String product) {
        StockHistory history = StockHistory.of(truth, product).assertSound();
        assertThat(history.heldNow()).isZero();
        assertThat(truth.rows(
                        "SELECT COALESCE(SUM(l.quantity), 0) FROM order_line_view l JOIN order_view o USING (order_id)"
                                + " WHERE o.status = 'PAID' AND l.product_id = '" + product + "'"))
                .containsExactly(history.soldNow() + "|");
    }

    private static void assertPointsAgree(ObservedState truth) {
        long charged = sum(truth, "PointsCharged", "amount");
        long spent = sum(truth, "PointsSpent", "amount");
        long refunded = sum(truth, "PointsRefunded", "amount");
        assertThat(truth.rows("SELECT COALESCE(SUM(balance), 0) FROM wallet_view"))
                .containsExactly(charged - spent + refunded + "|");
        long paidWithPoints = Long.parseLong(
                truth.rows("SELECT COALESCE(SUM(p.points), 0) FROM payment_view p JOIN order_view o USING (order_id)"
                                + " WHERE o.status = 'PAID' AND p.status = 'APPROVED'")
                        .getFirst()
                        .replace("|", ""));
        assertThat(spent - refunded).isEqualTo(paidWithPoints);
    }

    private void assertCouponsAgree(ObservedState truth) {
        for (String coupon : coupons) {
            String redeemed = truth.rows("SELECT COUNT(*) FROM user_coupon_view WHERE redeemed_at IS NOT NULL"
                            + " AND coupon_id = '" + coupon + "'")
                    .getFirst();
            assertThat(truth.rows("SELECT redeemed FROM coupon_view WHERE coupon_id = '" + coupon + "'"))
                    .containsExactly(redeemed);
            assertThat(truth.rows("SELECT COUNT(*) FROM order_view WHERE status = 'PAID' AND discount > 0"
                            + " AND order_id IN (SELECT order_id FROM order_line_view WHERE product_id = '"
                            + products.get(coupons.indexOf(coupon)) + "')"))
                    .containsExactly(redeemed);
        }
    }

    /** What the gateway holds of each order is what the order says was paid by card and not given back. */
    private void assertCardsAgree(ObservedState truth) {
        List<String> captured = new ArrayList<>();
        for (JsonNode payment : JSON.readTree(
                        SharedSystem.exchange(gatewayPort(), Request.get("/simulator/captured", ""))
                                .body())
                .path("orders")) {
            long left = payment.path("captured").asLong()
                    - payment.path("cancelled").asLong();
            if (left > 0) {
                captured.add(payment.path("orderId").asString() + "|" + left + "|");
            }
        }
        assertThat(truth.rows("SELECT p.order_id, p.card - p.refunded FROM payment_view p"
                        + " WHERE p.card > 0 AND p.status IN ('APPROVED', 'PARTIALLY_REFUNDED')"))
                .containsExactlyInAnyOrderElementsOf(captured);
    }

    private int gatewayPort() {
        return Integer.parseInt(system.address("Card gateway").replaceAll(".*:([0-9]+).*", "$1"));
    }

    private static long sum(ObservedState truth, String type, String field) {
        long sum = 0;
        long after = 0;
        while (true) {
            JsonNode items = truth.audit("type=" + type + "&after=" + after + "&limit=1000")
                    .get("items");
            for (JsonNode event : items) {
                // The demo's users are charged too, and are in the sum of the balances.
                sum += event.get("payload").get(field).asLong();
                after = event.get("position").asLong();
            }
            if (items.size() < 1_000) {
                return sum;
            }
        }
    }
}
