package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Paying with a coupon, over HTTP: each payment redeems a piece of its own, and none is used up for nothing. */
class CouponPaymentIT {

    private static final int BUYERS = 10;

    private final StandaloneProcess system = SharedSystem.get();
    private final ShopClient shop = new ShopClient(system);
    private final ObservedState truth = new ObservedState(system);

    @Test
    void givenTwoPiecesOfACoupon_whenTwoPaymentsComeAtOnce_thenBothPassAndEachHasOne() {
        String product = shop.newProduct(2 * BUYERS);
        String coupon = newCoupon("{\"type\":\"FIXED\",\"value\":1000}", 2);
        List<Request> payments = new ArrayList<>();
        List<String> buyers = new ArrayList<>();
        for (int number = 0; number < BUYERS; number++) {
            String buyer = SharedSystem.newName("buyer");
            buyers.add(buyer);
            shop.charge(buyer, 100_000);
            for (int piece = 0; piece < 2; piece++) {
                assertThat(shop.exchange(SharedSystem.publish(coupon, buyer)).status())
                        .isEqualTo(201);
                String order = shop.placed(buyer, product, 1);
                payments.add(ShopClient.keyed(
                        "/api/v1/payment",
                        "pay-" + order,
                        buyer,
                        "{\"orderId\":\"" + order + "\",\"couponId\":\"" + coupon + "\"}"));
            }
        }

        Load.Result result = Load.run(system.port(), payments.size(), payments.size(), payments::get);

        assertThat(result.count(201)).isEqualTo(payments.size());
        assertThat(buyers).allSatisfy(buyer -> {
            awaitCoupons(buyer, List.of("REDEEMED", "REDEEMED"));
            assertThat(serials(buyer, "CouponIssued"))
                    .containsExactlyInAnyOrderElementsOf(serials(buyer, "CouponRedeemed"));
        });
        // What a payment was answered under its key, it is answered again.
        assertThat(shop.exchange(payments.getFirst()).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"PERCENT,1,50", "FIXED,1000,0"})
    void givenCouponThatTakesNothingOff_whenPaid_thenRefusedAndNeitherCouponNorPointsAreUsed(
            String type, long value, long price) {
        String buyer = SharedSystem.newName("buyer");
        shop.charge(buyer, 100_000);
        String product = newProduct(price);
        String coupon = newCoupon("{\"type\":\"" + type + "\",\"value\":" + value + "}", 1);
        shop.exchange(SharedSystem.publish(coupon, buyer));
        String order = shop.placed(buyer, product, 1);

        Response refused = shop.exchange(ShopClient.payWithCoupon(buyer, order, coupon));

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("COUPON_NOT_APPLICABLE");
        shop.awaitOrder(order, "AWAITING_PAYMENT");
        awaitCoupons(buyer, List.of("ISSUED"));
        shop.awaitBalance(buyer, 100_000);
        assertThat(truth.audit("type=PaymentRequested&user=" + buyer).path("items"))
                .isEmpty();

        Response paid = shop.exchange(ShopClient.payWithPoints(buyer, order));
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
    }

    @Test
    void givenCouponThatIsNotThere_whenPaid_thenRefusedAndTheOrderWaits() {
        String buyer = SharedSystem.newName("buyer");
        shop.charge(buyer, 100_000);
        String order = shop.placed(buyer, shop.newProduct(1), 1);

        Response unknown = shop.exchange(ShopClient.payWithCoupon(buyer, order, SharedSystem.newName("nowhere")));
        Response without = shop.exchange(ShopClient.payWithCoupon(buyer, order, shop.newCoupon(1)));

        assertThat(List.of(unknown.code(), without.code())).containsOnly("COUPON_NOT_APPLICABLE");
        assertThat(truth.audit("type=OrderPaymentStarted&user=" + buyer).path("items"))
                .isEmpty();
        shop.awaitOrder(order, "AWAITING_PAYMENT");
    }

    private String newProduct(long price) {
        String id = SharedSystem.newName("product");
        Response created = shop.exchange(Request.post(
                "/api/v1/product",
                SharedSystem.OPERATOR,
                "{\"productId\":\"" + id + "\",\"name\":\"test\",\"price\":" + price + ",\"stock\":1}"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return id;
    }

    private String newCoupon(String discount, int limitPerUser) {
        String id = SharedSystem.newName("campaign");
        Response created = shop.exchange(Request.post(
                "/api/v1/coupon",
                SharedSystem.OPERATOR,
                "{\"couponId\":\"" + id + "\",\"name\":\"test\",\"quantity\":100,\"limitPerUser\":" + limitPerUser
                        + ",\"discount\":" + discount + "}"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return id;
    }

    private void awaitCoupons(String user, List<String> statuses) {
        Awaitility.await().untilAsserted(() -> {
            List<String> found = new ArrayList<>();
            for (JsonNode item : shop.get("/user/" + user + "/coupon").path("items")) {
                found.add(item.path("status").asString(""));
            }
            assertThat(found).isEqualTo(statuses);
        });
    }

    private List<Integer> serials(String user, String type) {
        List<Integer> serials = new ArrayList<>();
        for (JsonNode event : truth.audit("type=" + type + "&user=" + user).path("items")) {
            serials.add(event.path("payload").path("serial").asInt());
        }
        return serials;
    }
}
