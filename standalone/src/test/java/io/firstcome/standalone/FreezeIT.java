package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database freezes for some seconds, again and again, and is killed at last, while buyers order, pay, cancel and get refunds,
 * each with a key that they repeat until they are answered: every process goes on to its end, and the last answer stays true.
 *
 * <p>{@code -Dfirstcome.freeze.rounds=20} for the long run.
 */
@Tag("parallel")
class FreezeIT {

    private static final int ROUNDS = Integer.getInteger("firstcome.freeze.rounds", 1);
    private static final int BUYERS = 24;
    private static final int STOCK = 100_000;
    private static final List<Duration> FREEZES =
            List.of(Duration.ofMillis(7_500), Duration.ofSeconds(3), Duration.ofSeconds(13));
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration UNTIL_REPEATED = Duration.ofMillis(200);
    private static final List<String> SHORT_HOLD = List.of("-Dfirstcome.order.hold=PT25S");
    private static final List<String> CARDS = List.of("card", "decline", "lost", "late", "cancel-late");

    private final List<String> products = new ArrayList<>();
    private final List<String> otherProducts = new ArrayList<>();
    private final List<String> coupons = new ArrayList<>();

    /** What buyers were told last of their orders: PAID, or REFUNDED as soon as the money is back. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    private final AtomicInteger unavailable = new AtomicInteger();

    @Test
    void givenBuyersUnderWay_whenTheDatabaseFreezesAndIsKilled_thenEveryProcessGoesOnToItsEnd(@TempDir Path data) {
        try (StandaloneProcess system = StandaloneProcess.start(data, SHORT_HOLD)) {
            for (int round = 0; round < ROUNDS; round++) {
                freezeAndKill(system, round);
                assertSettled(system);
            }
        }
    }

    private void assertSettled(StandaloneProcess system) {
        List<String> all = new ArrayList<>(products);
        all.addAll(otherProducts);
        new OrderExpectations(system, all, coupons).assertSettled();
        Map<String, String> stored = new ConcurrentHashMap<>();
        new ObservedState(system)
                .rows("SELECT order_id, status FROM order_view")
                .forEach(row -> {
                    String[] columns = row.split("\\|", -1);
                    stored.put(columns[0], columns[1]);
                });
        assertThat(told).containsValues("PAID", "REFUNDED");
        assertThat(stored).containsAllEntriesOf(told);
    }

    private void freezeAndKill(StandaloneProcess system, int round) {
        ShopClient shop = new ShopClient(system);
        products.add(shop.newProduct(STOCK));
        otherProducts.add(shop.newProduct(STOCK));
        coupons.add(shop.newCoupon(STOCK));
        unavailable.set(0);
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> buyers = IntStream.range(0, BUYERS)
                    .mapToObj(buyer -> CompletableFuture.runAsync(
                            () -> {
                                for (int turn = 0; !over.get(); turn++) {
                                    buy(system, "f" + round + "-" + buyer + "-" + turn, buyer + turn);
                                }
                            },
                            threads))
                    .toList();
            try {
                outages(system);
            } finally {
                over.set(true);
            }
            buyers.forEach(CompletableFuture::join);
        }
        assertThat(unavailable).as("the outages were noticed").hasPositiveValue();
    }

    private static void outages(StandaloneProcess system) {
        for (Duration freeze : FREEZES) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            long database = system.mariaDbPid();
            Signals.send("STOP", database);
            LockSupport.parkNanos(freeze.toNanos());
            Signals.send("CONT", database);
        }
        LockSupport.parkNanos(BETWEEN.toNanos());
        long database = system.mariaDbPid();
        Signals.send("KILL", database);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> system.mariaDbPid() != database);
        LockSupport.parkNanos(BETWEEN.toNanos());
    }

    /** One buyer's story: some points, a coupon, an order, its payment in one of many ways, and perhaps all of it back. */
    private void buy(StandaloneProcess system, String user, int kind) {
        answer(system, user, "/api/v1/user/" + user + "/point", "{\"amount\":200000}");
        String coupon = coupons.getLast();
        answer(system, user, "/api/v1/coupon/publish", "{\"userId\":\"" + user + "\",\"couponId\":\"" + coupon + "\"}");
        Response placed = answer(system, user, "/api/v1/order", orderBody(user, kind));
        if (placed.status() != 201 || kind % 7 == 6) {
            return;
        }
        String order = ShopClient.field(placed, "orderId");
        Response paid = answer(system, user, "/api/v1/payment", paymentBody(order, coupon, kind));
        if (paid.status() != 201) {
            return;
        }
        told.put(order, "PAID");
        if (kind % 5 < 2) {
            Response back = kind % 5 == 0
                    ? answer(system, user, "/api/v1/order/" + order + "/cancel", "")
                    : answer(
                            system,
                            user,
                            "/api/v1/payment/" + ShopClient.field(paid, "paymentId") + "/cancel",
                            "{\"reason\":\"changed my mind\"}");
            assertThat(back.status()).as(back.body()).isIn(200, 202);
            told.put(order, "REFUNDED");
        }
    }

    private String orderBody(String user, int kind) {
        String first = "{\"productId\":\"" + products.getLast() + "\",\"quantity\":" + (1 + kind % 3) + "}";
        String second = kind % 2 == 0 ? "" : ",{\"productId\":\"" + otherProducts.getLast() + "\",\"quantity\":1}";
        return "{\"userId\":\"" + user + "\",\"items\":[" + first + second + "]}";
    }

    private static String paymentBody(String order, String coupon, int kind) {
        return switch (kind % 3) {
            case 0 -> "{\"orderId\":\"" + order + "\"}";
            case 1 -> "{\"orderId\":\"" + order + "\",\"couponId\":\"" + coupon + "\"}";
            default -> ShopClient.cardBody(order, CARDS.get(kind / 3 % CARDS.size()) + "-" + order);
        };
    }

    /** Repeats the request under its key until it has an outcome. */
    private Response answer(StandaloneProcess system, String user, String path, String body) {
        Request request = ShopClient.keyed(path, user + path, user, body);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            try {
                Response response = SharedSystem.exchange(system.port(), request);
                boolean outcome = response.status() != 503 && !response.code().equals("IDEMPOTENCY_KEY_IN_USE");
                if (outcome) {
                    assertThat(response.status()).as(response.body()).isNotIn(422, 500);
                    return response;
                }
                unavailable.incrementAndGet();
            } catch (RuntimeException lostAnswer) {
                unavailable.incrementAndGet();
            }
            LockSupport.parkNanos(UNTIL_REPEATED.toNanos());
        }
        throw new AssertionError(path + " has no outcome after " + PATIENCE);
    }
}
