package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of an order after it is paid: sent, delivered, sent back; who may do what, and when. */
class ShippingIT {

    private static final long POINTS = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final ObservedState truth = new ObservedState(system);
    private final String product = shop.newProduct(5);
    private final String coupon = shop.newCoupon(1);
    private final String user = SharedSystem.newName("buyer");
    private final String buyer = ShopClient.token(user);

    /** Pays an order of two pieces with points, less a coupon. */
    private Response paid(String order) {
        assertThat(shop.exchange(SharedSystem.publish(coupon, user)).status()).isEqualTo(201);
        Response paid = shop.exchange(ShopClient.payWithCoupon(user, order, coupon));
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        shop.awaitBalance(user, POINTS - 19_000);
        return paid;
    }

    private String placed() {
        shop.charge(user, POINTS);
        return shop.placed(user, product, 2);
    }

    @Test
    void givenPaidOrder_whenShippedDeliveredAndReturned_thenAllIsBackOnce() {
        String order = placed();
        paid(order);

        assertAnswer(order, "ship", SharedSystem.OPERATOR, "SHIPPED");
        shop.awaitOrder(order, "SHIPPED");
        assertAnswer(order, "deliver", SharedSystem.OPERATOR, "DELIVERED");
        shop.awaitOrder(order, "DELIVERED");
        shop.awaitStock(product, 3, 0, 2);
        assertAnswer(order, "return", buyer, "DELIVERED");

        JsonNode returned = shop.awaitOrder(order, "REFUNDED");
        assertThat(returned.path("paid").asLong()).isEqualTo(19_000);
        assertThat(returned.path("refunded").asLong()).isEqualTo(19_000);
        assertThat(returned.path("history").findValuesAsString("status"))
                .containsExactly("PENDING", "AWAITING_PAYMENT", "PAID", "SHIPPED", "DELIVERED", "REFUNDED");
        shop.awaitStock(product, 5, 0, 0);
        shop.awaitBalance(user, POINTS);
        shop.awaitCoupon(user, "ISSUED");
        assertRefused(order, "return", buyer, 409, "ORDER_NOT_RETURNABLE");
        Awaitility.await().atMost(PATIENCE).until(truth::caughtUp);
        assertHappened("PointsRefunded", 1);
        assertHappened("CouponRestored", 1);
        assertHappened("StockReturned", 1);
        StockHistory.of(truth, product).assertSound();
    }

    @Test
    void givenEachStep_whenItIsNotItsTurnOrNotTheirs_thenItIsRefused() {
        String order = placed();
        assertRefused(order, "ship", SharedSystem.OPERATOR, 409, "ORDER_NOT_PAID");
        paid(order);

        assertRefused(order, "ship", buyer, 403, "FORBIDDEN");
        assertRefused(order, "deliver", SharedSystem.OPERATOR, 409, "ORDER_NOT_SHIPPED");
        assertRefused(order, "return", buyer, 409, "ORDER_NOT_RETURNABLE");
        assertAnswer(order, "ship", SharedSystem.OPERATOR, "SHIPPED");

        assertRefused(order, "ship", SharedSystem.OPERATOR, 409, "ORDER_NOT_PAID");
        assertRefused(order, "deliver", buyer, 403, "FORBIDDEN");
        assertRefused(order, "cancel", buyer, 409, "ORDER_NOT_CANCELLABLE");
        assertRefused(order, "return", buyer, 409, "ORDER_NOT_RETURNABLE");
        assertAnswer(order, "deliver", SharedSystem.OPERATOR, "DELIVERED");

        String stranger = ShopClient.token(SharedSystem.newName("stranger"));
        assertRefused(order, "cancel", buyer, 409, "ORDER_NOT_CANCELLABLE");
        assertRefused(order, "return", stranger, 404, "ORDER_NOT_FOUND");
        assertRefused(order, "return", SharedSystem.AUDITOR, 403, "FORBIDDEN");
        for (String step : new String[] {"ship", "deliver", "return"}) {
            assertRefused("no-such-order", step, SharedSystem.OPERATOR, 404, "ORDER_NOT_FOUND");
        }
        assertThat(shop.exchange(Request.get("/api/v1/order/" + order, stranger))
                        .status())
                .isEqualTo(404);
        assertThat(shop.awaitOrder(order, "DELIVERED").path("refunded").asLong())
                .isZero();
        assertHappened("PointsRefunded", 0);
    }

    @Test
    void givenShippedOrder_whenAllOfItsPaymentIsAskedBack_thenRefusedWhoeverAsks() {
        String order = placed();
        String cancel = "/api/v1/payment/" + ShopClient.field(paid(order), "paymentId") + "/cancel";
        assertAnswer(order, "ship", SharedSystem.OPERATOR, "SHIPPED");
        // The payment hears of it from the process.
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !truth.audit("type=PaymentSettled&user=" + user)
                        .path("items")
                        .isEmpty());

        Response refused = shop.exchange(Request.post(cancel, buyer, "{\"reason\":\"changed my mind\"}"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("NOT_REFUNDABLE");
        assertThat(shop.exchange(Request.post(cancel, ShopClient.token("stranger"), "{\"reason\":\"not mine\"}"))
                        .code())
                .isEqualTo("PAYMENT_NOT_FOUND");

        for (String amount : new String[] {"", ",\"amount\":19000"}) {
            Response whole = shop.exchange(
                    Request.post(cancel, SharedSystem.OPERATOR, "{\"reason\":\"lost on its way\"" + amount + "}"));
            assertThat(whole.status()).as(whole.body()).isEqualTo(409);
            assertThat(whole.code()).isEqualTo("NOT_REFUNDABLE");
        }
        Response part = shop.exchange(
                Request.post(cancel, SharedSystem.OPERATOR, "{\"reason\":\"scratched\",\"amount\":18999}"));
        assertThat(part.status()).as(part.body()).isIn(200, 202);
        shop.awaitBalance(user, POINTS - 1);
        assertThat(shop.awaitOrder(order, "SHIPPED").path("paid").asLong()).isEqualTo(19_000);
        Awaitility.await().atMost(PATIENCE).until(truth::caughtUp);
        shop.awaitStock(product, 3, 0, 2);
        assertHappened("PointsRefunded", 1);
        assertHappened("StockReturned", 0);
    }

    private void assertAnswer(String order, String step, String token, String status) {
        Response answer = shop.exchange(ShopClient.step(order, step, token));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(ShopClient.field(answer, "status")).isEqualTo(status);
    }

    private void assertRefused(String order, String step, String token, int status, String code) {
        Response answer = shop.exchange(ShopClient.step(order, step, token));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private void assertHappened(String type, int times) {
        assertThat(truth.audit("type=" + type + "&user=" + user).path("items")).hasSize(times);
    }
}
