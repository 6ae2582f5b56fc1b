package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Card payments against the gateway simulator: every way in which its answer can come, or not come. */
class CardIT {

    private static final long PRICE = 20_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final ObservedState truth = new ObservedState(system);

    /** The payment key tells the simulator what to do. */
    @ParameterizedTest
    @CsvSource({
        "card, PAID, 20000",
        "lost, PAID, 20000",
        "late, PAID, 20000",
        "decline, CANCELLED, 0",
        "late-decline, CANCELLED, 0"
    })
    void givenAnyAnswer_whenPaidByCard_thenTheOrderEndsAndTheGatewayHoldsWhatWasPaid(
            String kind, String status, long captured) {
        String product = shop.newProduct(5);
        String user = SharedSystem.newName("buyer");
        String order = shop.placed(user, product, 2);

        Response answer = shop.exchange(ShopClient.payByCard(user, order, SharedSystem.newName(kind)));

        assertThat(answer.status()).as(answer.body()).isIn(201, 202, 402);
        shop.awaitOrder(order, status);
        boolean paid = status.equals("PAID");
        shop.awaitStock(product, paid ? 3 : 5, 0, paid ? 2 : 0);
        assertThat(captured(order)).isEqualTo(captured);
        assertThat(truth.audit("type=PaymentApproved&user=" + user).path("items"))
                .hasSize(paid ? 1 : 0);
        StockHistory.of(truth, product).assertSound();
    }

    @Test
    void givenTimeOutThatWasADecline_whenTheGatewaySaysSo_thenHoldCouponAndPointsAreBackOnce() {
        String product = shop.newProduct(5);
        String coupon = shop.newCoupon(10);
        String user = SharedSystem.newName("buyer");
        shop.charge(user, 100_000);
        shop.exchange(SharedSystem.publish(coupon, user));
        String order = shop.placed(user, product, 2);

        Response unknown =
                shop.exchange(ShopClient.payByCard(user, order, coupon, 5_000, SharedSystem.newName("late-decline")));

        assertThat(unknown.status()).as(unknown.body()).isEqualTo(202);
        shop.awaitOrder(order, "CANCELLED");
        shop.awaitStock(product, 5, 0, 0);
        shop.awaitCoupon(user, "ISSUED");
        shop.awaitBalance(user, 100_000);
        assertThat(captured(order)).isZero();
        for (String once : List.of("CouponRestored", "PointsRefunded", "StockReleased", "PaymentDeclined")) {
            assertThat(truth.audit("type=" + once + "&user=" + user).path("items"))
                    .as(once)
                    .hasSize(1);
        }
        StockHistory.of(truth, product).assertSound();
    }

    @Test
    void givenOneOrder_whenFourPayByCardAtOnce_thenOneCharge() {
        String user = SharedSystem.newName("buyer");
        String order = shop.placed(user, shop.newProduct(5), 2);

        Load.Result result = Load.run(
                system.port(), 4, 4, number -> ShopClient.payByCard(user, order, SharedSystem.newName("card")));

        assertThat(result.count(201)).isEqualTo(1);
        assertThat(result.count(409)).isEqualTo(3);
        shop.awaitOrder(order, "PAID");
        assertThat(captured(order)).isEqualTo(PRICE);
    }

    @Test
    void givenOrderCancelledWhilePaying_whenTheCardIsApprovedLater_thenTheMoneyGoesBack() {
        String product = shop.newProduct(5);
        String user = SharedSystem.newName("buyer");
        String order = shop.placed(user, product, 2);
        assertThat(shop.exchange(ShopClient.payByCard(user, order, SharedSystem.newName("late")))
                        .status())
                .isEqualTo(202);

        Response cancelled =
                shop.exchange(Request.post("/api/v1/order/" + order + "/cancel", ShopClient.token(user), ""));

        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        shop.awaitOrder(order, "REFUNDED");
        shop.awaitStock(product, 5, 0, 0);
        assertThat(captured(order)).isZero();
    }

    @Test
    void givenForgedWebhook_whenItSaysDone_thenNothingIsPaid() {
        String user = SharedSystem.newName("buyer");
        String order = shop.placed(user, shop.newProduct(5), 2);
        String body = "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"createdAt\":\"2026-11-20T09:00:00\",\"data\":"
                + "{\"paymentKey\":\"forged\",\"orderId\":\"" + order
                + "\",\"status\":\"DONE\",\"totalAmount\":20000}}";
        Request webhook = Request.of(
                "POST",
                "/api/v1/webhook/toss",
                "",
                Map.of("tosspayments-webhook-transmission-id", SharedSystem.newName("forged")),
                body);

        assertThat(shop.exchange(webhook).status()).isEqualTo(200);
        assertThat(shop.exchange(webhook).status()).isEqualTo(200);

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(truth::caughtUp);
        assertThat(shop.get("/order/" + order).path("status").asString()).isEqualTo("AWAITING_PAYMENT");
        assertThat(captured(order)).isZero();
    }

    /** What the simulator holds for the order: captured less cancelled. */
    private long captured(String order) {
        int port = Integer.parseInt(system.address("Card gateway").replaceAll(".*:([0-9]+).*", "$1"));
        Response response = SharedSystem.exchange(port, Request.get("/simulator/captured", ""));
        long left = 0;
        for (JsonNode payment : JSON.readTree(response.body()).path("orders")) {
            if (payment.path("orderId").asString("").equals(order)) {
                left += payment.path("captured").asLong()
                        - payment.path("cancelled").asLong();
            }
        }
        return left;
    }
}
