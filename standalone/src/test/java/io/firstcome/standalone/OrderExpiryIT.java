package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that nobody pays, on a system that waits for some seconds instead of half an hour. */
class OrderExpiryIT {

    private static final Duration HOLD = Duration.ofSeconds(4);
    private static final List<String> SHORT_HOLD = List.of("-Dfirstcome.order.hold=" + HOLD);

    @Test
    void givenUnpaidOrders_whenTheirTimeIsOver_thenTheyExpireAlsoWhenTheSystemWasDown(@TempDir Path data) {
        String product;
        String whileUp;
        String whileDown;
        Instant due;
        try (StandaloneProcess system = StandaloneProcess.start(data, SHORT_HOLD)) {
            ShopClient shop = new ShopClient(system);
            product = shop.newProduct(10);
            whileUp = shop.placed("early", product, 2);
            shop.awaitOrder(whileUp, "EXPIRED");
            shop.awaitStock(product, 10, 0, 0);
            assertThat(shop.exchange(ShopClient.payWithPoints("early", whileUp)).code())
                    .isEqualTo("ORDER_EXPIRED");

            whileDown = shop.placed("late", product, 3);
            due = Instant.now().plus(HOLD);
            system.kill9WithServers();
        }
        Awaitility.await()
                .atMost(HOLD.multipliedBy(2))
                .until(() -> Instant.now().isAfter(due));
        try (StandaloneProcess system = StandaloneProcess.start(data, SHORT_HOLD)) {
            ShopClient shop = new ShopClient(system);
            shop.awaitOrder(whileDown, "EXPIRED");
            shop.awaitStock(product, 10, 0, 0);
            StockHistory.of(new ObservedState(system), product).assertSound();
            assertApprovalAfterExpiryIsCompletedOrGivenBack(shop, new ObservedState(system));
            assertDeclineAfterExpiryGivesAllBackOnce(shop, new ObservedState(system));
        }
    }

    /** The gateway says yes when the hold is over: with stock left the order is paid, without it the money goes back. */
    private static void assertApprovalAfterExpiryIsCompletedOrGivenBack(ShopClient shop, ObservedState truth) {
        String plenty = shop.newProduct(5);
        String scarce = shop.newProduct(1);
        String completed = shop.placed("patient", plenty, 1);
        String givenBack = shop.placed("unlucky", scarce, 1);
        // Approved by the gateway, which tells so only when it is asked again after the hold.
        Response first = shop.exchange(ShopClient.payByCard("patient", completed, SharedSystem.newName("late")));
        Response second = shop.exchange(ShopClient.payByCard("unlucky", givenBack, SharedSystem.newName("late")));
        assertThat(List.of(first.status(), second.status())).containsOnly(202);
        shop.awaitOrder(givenBack, "EXPIRED");
        shop.awaitStock(scarce, 1, 0, 0);
        String other = shop.placed("quick", scarce, 1);
        shop.charge("quick", 100_000);
        assertThat(shop.exchange(ShopClient.payWithPoints("quick", other)).status())
                .isEqualTo(201);

        shop.awaitOrder(completed, "PAID");
        shop.awaitStock(plenty, 4, 0, 1);
        shop.awaitOrder(givenBack, "REFUNDED");
        shop.awaitStock(scarce, 0, 0, 1);
        StockHistory.of(truth, plenty).assertSound();
        StockHistory.of(truth, scarce).assertSound();
    }

    /** The hold ends while the gateway has not answered; its answer is no. Coupon and points were taken, and come back. */
    private static void assertDeclineAfterExpiryGivesAllBackOnce(ShopClient shop, ObservedState truth) {
        String product = shop.newProduct(5);
        String coupon = shop.newCoupon(10);
        shop.charge("waiting", 100_000);
        shop.exchange(SharedSystem.publish(coupon, "waiting"));
        String order = shop.placed("waiting", product, 2);
        Response unknown =
                shop.exchange(ShopClient.payByCard("waiting", order, coupon, 5_000, "late-decline-" + order));
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(202);

        shop.awaitOrder(order, "EXPIRED");
        shop.awaitStock(product, 5, 0, 0);
        shop.awaitCoupon("waiting", "ISSUED");
        shop.awaitBalance("waiting", 100_000);
        Awaitility.await().until(truth::caughtUp);
        for (String once : List.of(
                "CouponRedeemed",
                "PointsSpent",
                "OrderExpired",
                "PaymentDeclined",
                "StockReleased",
                "CouponRestored",
                "PointsRefunded")) {
            assertThat(truth.audit("type=" + once + "&user=waiting").path("items"))
                    .as(once)
                    .hasSize(1);
        }
        assertThat(position(truth, "OrderExpired")).isLessThan(position(truth, "PaymentDeclined"));
        assertThat(shop.get("/order/" + order).path("status").asString()).isEqualTo("EXPIRED");
        StockHistory.of(truth, product).assertSound();
    }

    private static long position(ObservedState truth, String type) {
        return truth.audit("type=" + type + "&user=waiting")
                .path("items")
                .path(0)
                .path("position")
                .asLong();
    }
}
