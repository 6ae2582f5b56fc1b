package io.firstcome.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kill -9 in the middle of 200 running orders, again and again: each order ends by itself, and the books agree.
 *
 * <p>Buyers pay with points, by card, and by cards that are declined or answer late. {@code -Dfirstcome.crash.rounds=20} for
 * the long run.
 */
class OrderCrashIT {

    private static final int ROUNDS = Math.max(2, Integer.getInteger("firstcome.crash.rounds", 4) / 2);
    private static final int ORDERS = 200;
    private static final int CONNECTIONS = 32;
    private static final int STOCK = 1_000;
    private static final int LAST_MOMENT = ORDERS * 3 / 2;
    private static final long POINTS = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> SHORT_HOLD = List.of("-Dfirstcome.order.hold=PT25S");
    private static final List<String> CARDS = List.of("card", "card", "decline", "lost", "late", "late-decline");
    private static final JsonMapper JSON = new JsonMapper();

    private final Random random = new Random(20261120);
    private final List<String> coupons = new ArrayList<>();
    private final List<String> products = new ArrayList<>();

    @Test
    void givenRunningOrders_whenKilledAgainAndAgain_thenEachEndsAndTheBooksAgree(@TempDir Path data) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (StandaloneProcess system = StandaloneProcess.start(data, SHORT_HOLD)) {
                loadAndKill(system, round);
            }
        }
        try (StandaloneProcess system = StandaloneProcess.start(data, SHORT_HOLD)) {
            Truth truth = new Truth(system);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertAllEnded(truth));
            Awaitility.await().atMost(PATIENCE).until(truth::caughtUp);
            assertNothingIsParked(truth);
            products.forEach(product -> assertStockAgrees(truth, product));
            assertPointsAgree(truth);
            assertCouponsAgree(truth);
            assertCardsAgree(system, truth);
        }
    }

    /** All orders of the round are held; then they are paid while more are placed, and one moment of that is the last. */
    private void loadAndKill(StandaloneProcess system, int round) throws InterruptedException {
        Shop shop = new Shop(system);
        String product = shop.newProduct(STOCK);
        String coupon = shop.newCoupon(ORDERS);
        products.add(product);
        coupons.add(coupon);
        List<Placed> running = placeAll(system, product, coupon, round);
        AtomicBoolean killed = new AtomicBoolean();
        CountDownLatch moment = new CountDownLatch(1 + random.nextInt(LAST_MOMENT));
        Thread killer = Thread.ofVirtual().start(() -> {
            awaitUninterruptibly(moment);
            system.kill9();
            killed.set(true);
        });
        Load.Result result = Load.runUntil(killed::get, system.port(), CONNECTIONS, number -> {
            moment.countDown();
            return next(running, number, coupon, product);
        });
        killer.join();
        assertNoFault(result);
    }

    /** A buyer for each order, with points and a coupon. */
    private static List<Placed> placeAll(StandaloneProcess system, String product, String coupon, int round) {
        run(
                system,
                number -> Request.post(
                        "/api/v1/user/" + user(round, number) + "/point",
                        Shop.token(user(round, number)),
                        "{\"amount\":" + POINTS + "}"));
        run(system, number -> SharedSystem.publish(coupon, user(round, number)));
        return run(system, number -> Shop.order(user(round, number), product, 2)).exchanges().stream()
                .map(exchange -> new Placed(
                        user(round, exchange.number()), Shop.field(requireNonNull(exchange.response()), "orderId")))
                .toList();
    }

    /** All are accepted; on a busy machine an order's decision may come later than its answer, a 202. */
    private static Load.Result run(StandaloneProcess system, IntFunction<Request> requests) {
        Load.Result result = Load.run(system.port(), CONNECTIONS, ORDERS, requests);
        assertThat(result.exchanges())
                .extracting(exchange -> requireNonNull(exchange.response()).status())
                .isSubsetOf(200, 201, 202);
        return result;
    }

    private static String user(int round, int number) {
        return "c" + round + "-" + number;
    }

    /** The payments of the running orders, with a new order after every second; when all are paid, only new orders. */
    private static Request next(List<Placed> running, int number, String coupon, String product) {
        int payment = number / 3 * 2 + number % 3;
        if (number % 3 == 2 || payment >= running.size()) {
            return Shop.order("more-" + number, product, 1);
        }
        Placed placed = running.get(payment);
        return switch (payment % 4) {
            case 0 -> Shop.payWithPoints(placed.user(), placed.order());
            case 1 -> Shop.payWithCoupon(placed.user(), placed.order(), coupon);
            default ->
                Shop.payByCard(
                        placed.user(), placed.order(), CARDS.get(payment / 4 % CARDS.size()) + "-" + placed.order());
        };
    }

    private static void assertNoFault(Load.Result result) {
        assertThat(result.exchanges().stream()
                        .map(Load.Exchange::response)
                        .filter(response -> response != null && response.status() == 500))
                .isEmpty();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertAllEnded(Truth truth) {
        assertThat(truth.rows("SELECT order_id, status FROM order_view"
                        + " WHERE status NOT IN ('PAID', 'REJECTED', 'CANCELLED', 'EXPIRED', 'REFUNDED')"))
                .isEmpty();
        assertThat(truth.rows("SELECT payment_id, status FROM payment_view WHERE status IN ('REQUESTED', 'UNKNOWN')"))
                .isEmpty();
        assertThat(truth.rows("SELECT saga_id, saga_type FROM saga_entry"))
                .as("sagas")
                .isEmpty();
    }

    private static void assertNothingIsParked(Truth truth) {
        for (JsonNode processor : truth.processors()) {
            assertThat(processor.path("parked").asInt())
                    .as(processor.toString())
                    .isZero();
        }
    }

    private static void assertStockAgrees(Truth truth, String product) {
        StockHistory history = StockHistory.of(truth, product).assertSound();
        assertThat(history.heldNow()).isZero();
        assertThat(truth.rows(
                        "SELECT COALESCE(SUM(l.quantity), 0) FROM order_line_view l JOIN order_view o USING (order_id)"
                                + " WHERE o.status = 'PAID' AND l.product_id = '" + product + "'"))
                .containsExactly(history.soldNow() + "|");
    }

    private static void assertPointsAgree(Truth truth) {
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

    private void assertCouponsAgree(Truth truth) {
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
    private static void assertCardsAgree(StandaloneProcess system, Truth truth) {
        List<String> captured = new ArrayList<>();
        for (JsonNode payment : JSON.readTree(
                        SharedSystem.exchange(gatewayPort(system), Request.get("/simulator/captured", ""))
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

    private static int gatewayPort(StandaloneProcess system) {
        return Integer.parseInt(system.address("Card gateway").replaceAll(".*:([0-9]+).*", "$1"));
    }

    private static long sum(Truth truth, String type, String field) {
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

    private record Placed(String user, String order) {}
}
