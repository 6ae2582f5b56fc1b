package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kill -9 in the middle of running orders, again and again: each order ends by itself, and the books agree.
 *
 * <p>Buyers pay with points, by card, and by cards that are declined or answer late. {@code -Dfirstcome.crash.rounds=20} for
 * the long run.
 */
class OrderCrashIT {

    private static final int ROUNDS = Math.max(2, Integer.getInteger("firstcome.crash.rounds", 4) / 2);
    private static final int ORDERS = 200;
    private static final int CONNECTIONS = 32;
    private static final int STOCK = 500;
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

    private void loadAndKill(StandaloneProcess system, int round) throws InterruptedException {
        Shop shop = new Shop(system);
        String product = shop.newProduct(STOCK);
        String coupon = shop.newCoupon(ORDERS);
        products.add(product);
        coupons.add(coupon);
        AtomicBoolean killed = new AtomicBoolean();
        CountDownLatch moment = new CountDownLatch(ORDERS + random.nextInt(ORDERS * 2));
        Thread killer = Thread.ofVirtual().start(() -> {
            awaitUninterruptibly(moment);
            system.kill9();
            killed.set(true);
        });
        List<Placed> placed = Collections.synchronizedList(new ArrayList<>());
        Load.Result result = Load.runUntil(killed::get, system.port(), CONNECTIONS, number -> {
            moment.countDown();
            return next(shop, product, coupon, "c" + round + "-" + number / 4, number, placed);
        });
        killer.join();
        assertThat(result.exchanges().stream()
                        .map(Load.Exchange::response)
                        .filter(response -> response != null && response.status() == 500))
                .isEmpty();
    }

    /** Four requests a buyer: points, a coupon, an order, and its payment as soon as somebody's order is there. */
    private Request next(Shop shop, String product, String coupon, String user, int number, List<Placed> placed) {
        return switch (number % 4) {
            case 0 -> Request.post("/api/v1/user/" + user + "/point", Shop.token(user), "{\"amount\":" + POINTS + "}");
            case 1 -> SharedSystem.publish(coupon, user);
            case 2 -> {
                placed.add(order(shop, user, product));
                yield Request.get("/api/v1/product/" + product, Shop.token(user));
            }
            default -> {
                Placed next = placed.isEmpty() ? null : placed.removeFirst();
                yield next == null || next.order() == null
                        ? Request.get("/api/v1/product/" + product, Shop.token(user))
                        : payment(next.user(), next.order(), coupon, number);
            }
        };
    }

    private static Placed order(Shop shop, String user, String product) {
        try {
            Response response = shop.exchange(Shop.order(user, product, 2));
            return new Placed(user, response.status() == 201 ? Shop.field(response, "orderId") : null);
        } catch (RuntimeException killedMeanwhile) {
            return new Placed(user, null);
        }
    }

    private static Request payment(String user, String order, String coupon, int number) {
        return switch (number / 4 % 4) {
            case 0 -> Shop.payWithPoints(user, order);
            case 1 -> Shop.payWithCoupon(user, order, coupon);
            default -> Shop.payByCard(user, order, CARDS.get(number / 16 % CARDS.size()) + "-" + order);
        };
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

    /** @param order null: it was not placed */
    private record Placed(String user, @Nullable String order) {}
}
