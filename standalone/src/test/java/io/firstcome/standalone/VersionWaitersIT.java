package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Anonymous requests that wait for a version which never comes, on 60 connections and in a loop, do not keep buyers from ordering and
 * paying.
 *
 * <p>Calm and besieged rounds alternate, so that both see the same machine. {@code -Dfirstcome.waiters.orders=600} for the long run.
 */
class VersionWaitersIT {

    private static final int ROUNDS = 2;
    private static final int ORDERS = Integer.getInteger("firstcome.waiters.orders", 80);
    private static final int BUYERS = 8;
    private static final int WAITERS = 60;

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final String product = shop.newProduct((ROUNDS + 1) * 2 * ORDERS);

    @Test
    void given60ConnectionsThatWaitForVersions_whenBuyersOrderAndPay_thenTheyAreServedAtHalfTheCalmRateOrMore()
            throws Exception {
        round("warm");
        double calm = 0;
        double besieged = 0;
        for (int i = 0; i < ROUNDS; i++) {
            calm = Math.max(calm, round("calm" + i));
            besieged = Math.max(besieged, besieged("besieged" + i));
        }

        System.Logger log = System.getLogger(VersionWaitersIT.class.getName());
        log.log(
                System.Logger.Level.INFO,
                "Orders paid a second: calm {0}, with {1} waiters {2}",
                calm,
                WAITERS,
                besieged);
        assertThat(besieged).as("calm: " + calm + " a second").isGreaterThanOrEqualTo(calm / 2);
    }

    /** A round while the others wait. */
    private double besieged(String name) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Load.Result> siege = thread.submit(() -> Load.runUntil(
                    over::get,
                    system.port(),
                    WAITERS,
                    number -> Request.get("/api/v1/product/" + product + "/stock?minVersion=999999999", "")));
            double rate;
            try {
                rate = round(name);
            } finally {
                over.set(true);
            }
            List<Load.Exchange> waits = siege.get().exchanges();
            assertThat(waits).hasSizeGreaterThanOrEqualTo(WAITERS).allSatisfy(wait -> {
                Response response = Objects.requireNonNull(wait.response());
                assertThat(response.status()).isEqualTo(503);
                assertThat(response.code()).isEqualTo("READ_MODEL_BEHIND");
                assertThat(response.headers()).containsKey("retry-after");
            });
            assertThat(waits.stream().map(wait -> Duration.ofNanos(wait.nanos())))
                    .as("they waited, and were not turned away")
                    .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) > 0);
            return rate;
        }
    }

    /** Has that many orders placed and paid; returns how many a second. Each is answered with its outcome. */
    private double round(String name) {
        String prefix = SharedSystem.newName(name);
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            shop.charge(prefix + "-" + buyer, 2_000_000);
        }
        long begin = System.nanoTime();
        Load.Result placed = Load.run(
                system.port(), BUYERS, ORDERS, number -> ShopClient.order(prefix + "-" + number % BUYERS, product, 1));
        assertThat(statuses(placed)).containsOnly(201);
        List<Request> payments = new ArrayList<>();
        for (Load.Exchange order : placed.exchanges()) {
            String id = ShopClient.field(Objects.requireNonNull(order.response()), "orderId");
            payments.add(ShopClient.payWithPoints(prefix + "-" + order.number() % BUYERS, id));
        }
        Load.Result paid = Load.run(system.port(), BUYERS, ORDERS, payments::get);
        assertThat(statuses(paid)).containsOnly(201);
        return ORDERS * 1e9 / (System.nanoTime() - begin);
    }

    private static List<Integer> statuses(Load.Result result) {
        return result.exchanges().stream()
                .map(exchange -> Objects.requireNonNull(exchange.response()).status())
                .toList();
    }
}
