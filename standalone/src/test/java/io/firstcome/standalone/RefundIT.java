package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Money that goes back: never with the goods, whole for buyers, and in sight when the card gateway refuses it. */
class RefundIT {

    private static final int ROUNDS = 30;
    private static final long POINTS = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final ObservedState truth = new ObservedState(system);
    private final String user = SharedSystem.newName("buyer");
    private final String buyer = ShopClient.token(user);

    private static String cancel(String payment) {
        return "/api/v1/payment/" + payment + "/cancel";
    }

    private String paidByCard(String order, String kind) {
        Response paid = shop.exchange(ShopClient.payByCard(user, order, SharedSystem.newName(kind)));
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        return ShopClient.field(paid, "paymentId");
    }

    /** By order cancel and by payment cancel in turns. */
    @Test
    void givenPaidOrders_whenShippedAndGivenBackAtOnce_thenOneOfTheTwo() {
        String product = shop.newProduct(ROUNDS);
        shop.charge(user, 2_000_000);
        for (int round = 0; round < ROUNDS; round++) {
            String order = shop.placed(user, product, 1);
            String payment = ShopClient.field(shop.exchange(ShopClient.payWithPoints(user, order)), "paymentId");
            Request ship = ShopClient.step(order, "ship", SharedSystem.OPERATOR);
            Request back = round % 2 == 0
                    ? ShopClient.step(order, "cancel", buyer)
                    : Request.post(cancel(payment), buyer, "{\"reason\":\"at once\"}");
            Load.Result both = Load.run(system.port(), 2, 2, number -> number == 0 ? ship : back);

            List<Response> answers = both.exchanges().stream()
                    .map(exchange -> Objects.requireNonNull(exchange.response()))
                    .toList();
            assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.code())
                            .isIn("ORDER_NOT_PAID", "ORDER_NOT_CANCELLABLE", "NOT_REFUNDABLE"));
            boolean shipped = answers.stream().anyMatch(answer -> answer.body().contains("SHIPPED"));
            shop.awaitOrder(order, shipped ? "SHIPPED" : "REFUNDED");
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void givenCardRefundUnderWay_whenShipped_thenRefused(boolean byOrder) {
        String order = shop.placed(user, shop.newProduct(5), 2);
        String payment = paidByCard(order, "cancel-late");
        Response begun = shop.exchange(
                byOrder
                        ? ShopClient.step(order, "cancel", buyer)
                        : Request.post(cancel(payment), buyer, "{\"reason\":\"too late\"}"));
        assertThat(begun.status()).as(begun.body()).isIn(200, 202);

        Response ship = shop.exchange(ShopClient.step(order, "ship", SharedSystem.OPERATOR));
        assertThat(ship.status()).as(ship.body()).isEqualTo(409);
        assertThat(ship.code()).isEqualTo("ORDER_NOT_PAID");
        shop.awaitOrder(order, "REFUNDED");
    }

    @Test
    void givenPayment_whenABuyerAsksForAPartOrForNull_thenRefused() {
        String order = shop.placed(user, shop.newProduct(5), 2);
        String payment = paidByCard(order, "card");

        Response part = shop.exchange(Request.post(cancel(payment), buyer, "{\"reason\":\"part\",\"amount\":19999}"));
        assertThat(part.status()).as(part.body()).isEqualTo(403);
        for (String token : List.of(buyer, SharedSystem.OPERATOR)) {
            Response nothing =
                    shop.exchange(Request.post(cancel(payment), token, "{\"reason\":\"null\",\"amount\":null}"));
            assertThat(nothing.status()).as(nothing.body()).isEqualTo(400);
        }
        assertThat(shop.awaitOrder(order, "PAID").path("refunded").asLong()).isZero();
    }

    @Test
    void givenCardThatRefuses_whenCancelled_thenTheRestIsBackAndWhatIsOwedIsInSightUntilItIsBackToo() {
        String coupon = shop.newCoupon(1);
        shop.charge(user, POINTS);
        shop.exchange(SharedSystem.publish(coupon, user));
        String product = shop.newProduct(5);
        String order = shop.placed(user, product, 2);
        String key = SharedSystem.newName("card");
        Response paid = shop.exchange(ShopClient.payByCard(user, order, coupon, 4_000, key));
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        String payment = ShopClient.field(paid, "paymentId");
        int gateway = Integer.parseInt(system.address("Card gateway").replaceAll(".*:([0-9]+).*", "$1"));
        Response provoked = SharedSystem.exchange(
                gateway,
                Request.post(
                        "/simulator/provoke",
                        "",
                        "{\"operation\":\"cancel\",\"outcome\":\"DECLINE\",\"times\":1,\"paymentKey\":\"" + key
                                + "\"}"));
        assertThat(provoked.status()).as(provoked.body()).isLessThan(300);

        assertThat(shop.exchange(ShopClient.step(order, "cancel", buyer)).status())
                .isEqualTo(200);

        JsonNode refused = awaitRefund(order, "FAILED");
        assertThat(refused.path("amount").asLong()).isEqualTo(15_000);
        assertThat(refused.path("gatewayCode").asString("")).isNotEmpty();
        shop.awaitBalance(user, POINTS);
        shop.awaitCoupon(user, "ISSUED");
        shop.awaitStock(product, 5, 0, 0);
        Awaitility.await().atMost(PATIENCE).until(() -> isListed(payment));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> SharedSystem.exchange(Request.get("/actuator/prometheus", ""))
                        .body()
                        .lines()
                        .anyMatch(line -> line.startsWith("firstcome_refunds_failed") && !line.endsWith(" 0.0")));

        Response again =
                shop.exchange(Request.post(cancel(payment), SharedSystem.OPERATOR, "{\"reason\":\"once more\"}"));
        assertThat(again.status()).as(again.body()).isIn(200, 202);
        shop.awaitOrder(order, "REFUNDED");
        awaitRefund(order, "REFUNDED");
        Awaitility.await().atMost(PATIENCE).until(() -> !isListed(payment));
        Awaitility.await().atMost(PATIENCE).until(truth::caughtUp);
        shop.awaitBalance(user, POINTS);
        for (String once : List.of("CouponRestored", "PointsRefunded", "CardRefunded", "StockReturned")) {
            assertThat(truth.audit("type=" + once + "&user=" + user).path("items"))
                    .as(once)
                    .hasSize(1);
        }
    }

    private boolean isListed(String payment) {
        return shop.get("/payment?refund=FAILED&limit=100").toString().contains(payment);
    }

    private JsonNode awaitRefund(String order, String status) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> shop.get("/order/" + order).path("refund"),
                        refund -> refund.path("status").asString("").equals(status));
    }
}
