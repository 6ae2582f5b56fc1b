package io.firstcome.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 in the middle of 200 running orders, again and again: each order ends by itself, and the books agree.
 *
 * <p>Buyers pay with points, by card, and by cards that are declined or answer late. {@code -Dfirstcome.crash.rounds=20} for
 * the long run.
 */
@Tag("parallel")
class OrderCrashIT {

    private static final int ROUNDS = Math.max(2, Integer.getInteger("firstcome.crash.rounds", 2) / 2);
    private static final int ORDERS = 200;
    private static final int CONNECTIONS = 32;
    private static final int STOCK = 1_000;
    private static final int LAST_MOMENT = ORDERS * 3 / 2;
    private static final long POINTS = 100_000;
    private static final List<String> SHORT_HOLD = List.of("-Dfirstcome.order.hold=PT25S");
    private static final List<String> CARDS = List.of("card", "card", "decline", "lost", "late", "late-decline");

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
            new OrderExpectations(system, products, coupons).assertSettled();
        }
    }

    /** All orders of the round are held; then they are paid while more are placed, and one moment of that is the last. */
    private void loadAndKill(StandaloneProcess system, int round) throws InterruptedException {
        ShopClient shop = new ShopClient(system);
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
                        ShopClient.token(user(round, number)),
                        "{\"amount\":" + POINTS + "}"));
        run(system, number -> SharedSystem.publish(coupon, user(round, number)));
        return run(system, number -> ShopClient.order(user(round, number), product, 2)).exchanges().stream()
                .map(exchange -> new Placed(
                        user(round, exchange.number()),
                        ShopClient.field(requireNonNull(exchange.response()), "orderId")))
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
            return ShopClient.order("more-" + number, product, 1);
        }
        Placed placed = running.get(payment);
        return switch (payment % 4) {
            case 0 -> ShopClient.payWithPoints(placed.user(), placed.order());
            case 1 -> ShopClient.payWithCoupon(placed.user(), placed.order(), coupon);
            default ->
                ShopClient.payByCard(
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

    private record Placed(String user, String order) {}
}
