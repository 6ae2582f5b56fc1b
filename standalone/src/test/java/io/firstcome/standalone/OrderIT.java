package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders from the first call to the last state, over HTTP, with every way they can end. */
class OrderIT {

    private static final long POINTS = 1_000_000;

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final ObservedState truth = new ObservedState(system);

    /** The three calls of the contract, as they stand there. */
    @Test
    void givenFreshDemo_whenCouponOrderAndPaymentAreCalled_thenTheOrderIsPaidWithTheDiscount() {
        String token = SharedSystem.TOKENS.customer("1");
        Response coupon =
                shop.exchange(Request.post("/api/v1/coupon/publish", token, "{\"userId\": 1, \"couponId\": 1}"));
        assertThat(coupon.status()).as(coupon.body()).isEqualTo(201);
        Response order = shop.exchange(Request.post(
                "/api/v1/order", token, "{\"userId\": 1, \"items\": [{\"productId\": 1, \"quantity\": 2}]}"));
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(order.body()).contains("\"status\":\"AWAITING_PAYMENT\"", "\"amount\":30000", "\"shippingFee\":0");
        String orderId = ShopClient.field(order, "orderId");
        Response payment = shop.exchange(
                Request.post("/api/v1/payment", token, "{\"orderId\": \"" + orderId + "\", \"couponId\": 1}"));
        assertThat(payment.status()).as(payment.body()).isEqualTo(201);
        assertThat(payment.body()).contains("\"status\":\"APPROVED\"", "\"amount\":29000", "\"discount\":1000");

        JsonNode paid = shop.awaitOrder(orderId, "PAID");
        assertThat(paid.path("discount").asLong()).isEqualTo(1_000);
        assertThat(paid.path("paid").asLong()).isEqualTo(29_000);
        shop.awaitStock("1", 98, 0, 2);
        shop.awaitCoupon("1", "REDEEMED");
        shop.awaitBalance("1", POINTS - 29_000);
    }

    @Test
    void given10InStock_when30OrdersOf3Come_thenExactly3AreHeldAnd1IsLeft() {
        String product = shop.newProduct(10);

        Load.Result result =
                Load.run(system.port(), 30, 30, number -> ShopClient.order(SharedSystem.newName("buyer"), product, 3));

        assertThat(result.count(201)).isEqualTo(3);
        assertThat(refusals(result)).hasSize(27).containsOnly("OUT_OF_STOCK");
        shop.awaitStock(product, 1, 9, 0);
        StockHistory.of(truth, product).assertSound();
    }

    @Test
    void given5InStock_whenTwoLinesOfOneProductAskFor6_thenTheyCountTogether() {
        String product = shop.newProduct(5);
        String user = SharedSystem.newName("buyer");
        String line = "{\"productId\":\"" + product + "\",\"quantity\":3}";

        Response refused = shop.exchange(Request.post(
                "/api/v1/order",
                ShopClient.token(user),
                "{\"userId\":\"" + user + "\",\"items\":[" + line + "," + line + "]}"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("OUT_OF_STOCK");
        shop.awaitStock(product, 5, 0, 0);
    }

    @Test
    void givenTwoProducts_whenOneIsOut_thenNeitherIsHeld() {
        String plenty = shop.newProduct(5);
        String out = shop.newProduct(0);
        String user = SharedSystem.newName("buyer");

        Response refused = shop.exchange(Request.post(
                "/api/v1/order",
                ShopClient.token(user),
                "{\"userId\":\"" + user + "\",\"items\":[{\"productId\":\"" + plenty
                        + "\",\"quantity\":1},{\"productId\":\"" + out + "\",\"quantity\":1}]}"));

        assertThat(refused.status()).isEqualTo(409);
        shop.awaitStock(plenty, 5, 0, 0);
    }

    @Test
    void givenOneOrder_whenFourPayAtOnce_thenOneChargeAndOneApproval() {
        String user = buyerWithPoints();
        String order = shop.placed(user, shop.newProduct(5), 2);

        Load.Result result = Load.run(system.port(), 4, 4, number -> ShopClient.payWithPoints(user, order));

        assertThat(result.count(201)).isEqualTo(1);
        assertThat(refusals(result)).hasSize(3).containsAnyOf("PAYMENT_IN_PROGRESS", "ORDER_ALREADY_PAID");
        assertThat(refusals(result)).isSubsetOf("PAYMENT_IN_PROGRESS", "ORDER_ALREADY_PAID");
        shop.awaitOrder(order, "PAID");
        shop.awaitBalance(user, POINTS - 20_000);
        assertThat(truth.audit("type=PointsSpent&user=" + user).path("items")).hasSize(1);
    }

    @Test
    void givenTooFewPoints_whenPaid_thenDeclinedAndHoldAndCouponAreBackOnce() {
        String product = shop.newProduct(5);
        String coupon = shop.newCoupon(10);
        String user = SharedSystem.newName("buyer");
        shop.exchange(SharedSystem.publish(coupon, user));
        String order = shop.placed(user, product, 2);

        Response declined = shop.exchange(ShopClient.payWithCoupon(user, order, coupon));

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.code()).isEqualTo("INSUFFICIENT_POINTS");
        shop.awaitOrder(order, "CANCELLED");
        shop.awaitStock(product, 5, 0, 0);
        shop.awaitCoupon(user, "ISSUED");
        StockHistory.of(truth, product).assertSound();
        assertThat(truth.audit("type=CouponRestored&user=" + user).path("items"))
                .hasSize(1);
    }

    @Test
    void givenCardThatIsDeclined_whenPaid_thenHoldPointsAndCouponAreBackOnce() {
        String product = shop.newProduct(5);
        String coupon = shop.newCoupon(10);
        String user = buyerWithPoints();
        shop.exchange(SharedSystem.publish(coupon, user));
        String order = shop.placed(user, product, 2);

        Response declined = shop.exchange(Request.post(
                "/api/v1/payment",
                ShopClient.token(user),
                "{\"orderId\":\"" + order + "\",\"couponId\":\"" + coupon
                        + "\",\"method\":\"CARD\",\"points\":5000,\"paymentKey\":\""
                        + SharedSystem.newName("decline") + "\"}"));

        assertThat(declined.status()).as(declined.body()).isEqualTo(402);
        assertThat(declined.code()).isEqualTo("PAYMENT_DECLINED");
        shop.awaitOrder(order, "CANCELLED");
        shop.awaitStock(product, 5, 0, 0);
        shop.awaitCoupon(user, "ISSUED");
        shop.awaitBalance(user, POINTS);
        assertThat(truth.audit("type=PointsRefunded&user=" + user).path("items"))
                .hasSize(1);
        assertThat(truth.audit("type=CouponRestored&user=" + user).path("items"))
                .hasSize(1);
    }

    @Test
    void givenCard_whenPaidAndTwiceRefundedInParts_thenNeverMoreThanPaid() {
        String product = shop.newProduct(5);
        String user = SharedSystem.newName("buyer");
        String order = shop.placed(user, product, 3);
        Response paid = shop.exchange(ShopClient.payByCard(user, order, SharedSystem.newName("card")));
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        String cancel = "/api/v1/payment/" + ShopClient.field(paid, "paymentId") + "/cancel";

        Load.Result refunds = Load.run(
                system.port(),
                4,
                4,
                number -> Request.post(cancel, SharedSystem.OPERATOR, "{\"reason\":\"part\",\"amount\":10000}"));

        assertThat(refunds.count(200) + refunds.count(202)).isEqualTo(3);
        assertThat(refusals(refunds)).containsExactly("NOT_REFUNDABLE");
        shop.awaitOrder(order, "REFUNDED");
        shop.awaitStock(product, 5, 0, 0);
        StockHistory.of(truth, product).assertSound();
    }

    @Test
    void givenPaidOrder_whenCancelled_thenRefundedRestockedAndCouponRestored() {
        String product = shop.newProduct(5);
        String coupon = shop.newCoupon(10);
        String user = buyerWithPoints();
        shop.exchange(SharedSystem.publish(coupon, user));
        String order = shop.placed(user, product, 2);
        assertThat(shop.exchange(ShopClient.payWithCoupon(user, order, coupon)).status())
                .isEqualTo(201);
        String cancel = "/api/v1/order/" + order + "/cancel";

        assertThat(shop.exchange(Request.post(cancel, ShopClient.token("stranger"), ""))
                        .status())
                .isEqualTo(404);
        assertThat(shop.exchange(Request.post(cancel, ShopClient.token(user), ""))
                        .status())
                .isEqualTo(200);

        shop.awaitOrder(order, "REFUNDED");
        shop.awaitStock(product, 5, 0, 0);
        shop.awaitCoupon(user, "ISSUED");
        shop.awaitBalance(user, POINTS);
        assertThat(shop.exchange(Request.post(cancel, ShopClient.token(user), ""))
                        .code())
                .isEqualTo("ORDER_NOT_CANCELLABLE");
    }

    @Test
    void givenKeyedOrder_whenRepeated_thenTheSameAnswerAndOneHold() {
        String product = shop.newProduct(5);
        String user = SharedSystem.newName("buyer");
        Request request = ShopClient.order(SharedSystem.newName("key"), user, product, 2);

        Response first = shop.exchange(request);
        Response second = shop.exchange(request);

        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers()).containsEntry("idempotency-replayed", "true");
        shop.awaitStock(product, 3, 2, 0);
    }

    private String buyerWithPoints() {
        String user = SharedSystem.newName("buyer");
        shop.charge(user, POINTS);
        return user;
    }

    private static List<String> refusals(Load.Result result) {
        List<String> codes = new ArrayList<>();
        for (Load.Exchange exchange : result.exchanges()) {
            Response response = Objects.requireNonNull(exchange.response());
            assertThat(response.status()).as(response.body()).isLessThan(500);
            if (response.status() >= 400) {
                codes.add(response.code());
            }
        }
        return codes;
    }
}
