package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.order.CancelReason;
import io.firstcome.web.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What orders and payments look like over HTTP, whatever becomes of them. */
class ShopViewsIT {

    private static QuerySide querySide;
    private static Http http;

    @BeforeAll
    static void start() {
        querySide = QuerySide.startWithHttp(Map.of());
        http = new Http(querySide.port());
        querySide.store(new OrderTestData("bought", "u1").bought());
        querySide.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    private static JsonNode order(String id) {
        querySide.awaitCaughtUp();
        return http.get("/api/v1/order/" + id, "op", Role.OPERATOR).body();
    }

    private static JsonNode payment(String id) {
        querySide.awaitCaughtUp();
        return http.get("/api/v1/payment/" + id, "op", Role.OPERATOR).body();
    }

    private static String statuses(JsonNode view) {
        List<String> statuses = new ArrayList<>();
        view.get("history").forEach(step -> statuses.add(step.get("status").asString()));
        return String.join(" ", statuses);
    }

    @Test
    void givenABoughtOrder_whenItsBuyerAsks_thenAllOfItIsShown() {
        Http.Answer answer = http.get("/api/v1/order/bought", "u1", Role.CUSTOMER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .isEqualTo("{\"orderId\":\"bought\",\"userId\":\"u1\",\"status\":\"PAID\",\"items\":["
                        + "{\"productId\":\"2\",\"skuId\":\"red\",\"quantity\":3,\"unitPrice\":2000,\"preOrder\":false},"
                        + "{\"productId\":\"1\",\"skuId\":\"1\",\"quantity\":1,\"unitPrice\":14000,\"preOrder\":true}],"
                        + "\"amount\":20000,\"discount\":1000,\"shippingFee\":0,\"paid\":19000,\"refunded\":0,"
                        + "\"holdExpiresAt\":\"2026-11-20T09:30:00.123456Z\",\"paymentId\":\"bought-p1\","
                        + "\"placedAt\":\"2026-11-20T09:00:01.123456Z\",\"version\":3,\"address\":\"1 Ürümqi 로\","
                        + "\"history\":[{\"status\":\"PENDING\",\"at\":\"2026-11-20T09:00:01.123456Z\"},"
                        + "{\"status\":\"AWAITING_PAYMENT\",\"at\":\"2026-11-20T09:00:02.123456Z\"},"
                        + "{\"status\":\"PAID\",\"at\":\"2026-11-20T09:00:06.123456Z\"}]}");
    }

    @Test
    void givenAPayment_whenItsBuyerAsks_thenAllOfItIsShown() {
        Http.Answer answer = http.get("/api/v1/payment/bought-p1", "u1", Role.CUSTOMER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .isEqualTo("{\"paymentId\":\"bought-p1\",\"orderId\":\"bought\",\"userId\":\"u1\","
                        + "\"status\":\"APPROVED\",\"amount\":19000,\"discount\":1000,\"points\":9000,\"card\":10000,"
                        + "\"refunded\":0,\"requestedAt\":\"2026-11-20T09:00:03.123456Z\",\"version\":1,\"refunds\":[],"
                        + "\"history\":[{\"status\":\"REQUESTED\",\"at\":\"2026-11-20T09:00:03.123456Z\"},"
                        + "{\"status\":\"APPROVED\",\"at\":\"2026-11-20T09:00:05.123456Z\"}]}");
    }

    @Test
    void givenAnOrderThatIsOnlyPlaced_whenAsked_thenItHasNoPriceYet() {
        querySide.store(List.of(new OrderTestData("placed", "u2").placed()));

        JsonNode order = order("placed");
        assertThat(order.get("status").asString()).isEqualTo("PENDING");
        assertThat(order.has("amount")).isFalse();
        assertThat(order.has("shippingFee")).isFalse();
        assertThat(order.get("items").get(0).has("unitPrice")).isFalse();
        assertThat(order.get("items").get(0).get("quantity").asInt()).isEqualTo(3);
    }

    @Test
    void givenARejectedAndACancelledOrder_whenAsked_thenTheySayWhy() {
        OrderTestData rejected = new OrderTestData("rejected", "u2");
        OrderTestData cancelled = new OrderTestData("cancelled", "u2");
        querySide.store(List.of(
                rejected.placed(),
                rejected.rejected(),
                cancelled.placed(),
                cancelled.confirmed(),
                cancelled.cancelled(CancelReason.PAYMENT_DECLINED)));

        assertThat(order("rejected").get("rejectedBecause").asString()).isEqualTo("OUT_OF_STOCK");
        assertThat(order("rejected").has("cancelledBecause")).isFalse();
        assertThat(statuses(order("rejected"))).isEqualTo("PENDING REJECTED");
        assertThat(order("cancelled").get("cancelledBecause").asString()).isEqualTo("PAYMENT_DECLINED");
        assertThat(statuses(order("cancelled"))).isEqualTo("PENDING AWAITING_PAYMENT CANCELLED");
    }

    @Test
    void givenAnOrderThatWasReturned_whenAsked_thenTheMoneyIsBackAndTheHistoryIsWhole() {
        OrderTestData purchase = new OrderTestData("returned", "u2");
        List<DomainEventMessage<?>> events = new ArrayList<>(purchase.bought());
        events.addAll(List.of(purchase.shipped(), purchase.settled(), purchase.delivered(), purchase.returned()));
        querySide.store(events);
        assertThat(order("returned").get("status").asString()).isEqualTo("DELIVERED");
        querySide.store(List.of(
                purchase.refundStarted("r1", OrderTestData.PAID),
                purchase.cardRefunded("r1", OrderTestData.CARD),
                purchase.refunded("r1", OrderTestData.PAID),
                purchase.givenBack()));

        assertThat(order("returned").get("refunded").asLong()).isEqualTo(OrderTestData.PAID);
        assertThat(statuses(order("returned"))).isEqualTo("PENDING AWAITING_PAYMENT PAID SHIPPED DELIVERED REFUNDED");
        assertThat(payment("returned-p1").get("status").asString()).isEqualTo("REFUNDED");
        assertThat(statuses(payment("returned-p1"))).isEqualTo("REQUESTED APPROVED REFUNDED");
    }

    @Test
    void givenALatePayment_whenAsked_thenTheOrderIsExpiredUntilItIsPaid() {
        OrderTestData purchase = new OrderTestData("late", "u2");
        querySide.store(purchase.held());
        querySide.store(List.of(
                purchase.begun(), purchase.requested(), purchase.expired(), purchase.approved(), purchase.late(true)));
        assertThat(order("late").get("status").asString()).isEqualTo("EXPIRED");
        assertThat(order("late").get("paid").asLong()).isEqualTo(OrderTestData.PAID);
        querySide.store(List.of(purchase.paid()));

        assertThat(statuses(order("late"))).isEqualTo("PENDING AWAITING_PAYMENT EXPIRED PAID");
    }

    @Test
    void givenRefundsInParts_whenAsked_thenOrderAndPaymentAgree() {
        OrderTestData purchase = new OrderTestData("parts", "u2");
        querySide.store(purchase.bought());
        querySide.store(List.of(
                purchase.refundStarted("r1", 4_000),
                purchase.refunded("r1", 4_000),
                purchase.refundStarted("r2", 3_000),
                purchase.refundFailed("r2"),
                purchase.refundStarted("r3", 5_000)));

        JsonNode payment = payment("parts-p1");
        assertThat(payment.get("status").asString()).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(payment.get("refunded").asLong()).isEqualTo(4_000);
        assertThat(payment.get("refunds").toString())
                .contains(
                        "[{\"refundId\":\"r1\",\"amount\":4000,\"status\":\"REFUNDED\"",
                        "{\"refundId\":\"r2\",\"amount\":3000,\"status\":\"FAILED\"",
                        "\"gatewayCode\":\"NOT_CANCELABLE\"",
                        "{\"refundId\":\"r3\",\"amount\":5000,\"status\":\"STARTED\"");
        assertThat(order("parts").get("refunded").asLong()).isEqualTo(4_000);
        assertThat(order("parts").get("status").asString()).isEqualTo("PAID");
        assertThat(http.get("/api/v1/payment/parts-p1", "u2", Role.CUSTOMER)
                        .body()
                        .toString())
                .doesNotContain("gatewayCode");
    }

    /** Such a payment has no event of its own, but its buyer may have been told its id. */
    @Test
    void givenAPaymentThatItsCouponStopped_whenAsked_thenItIsDeclinedAndTheOrderWaitsOn() {
        OrderTestData purchase = new OrderTestData("stopped", "u2");
        querySide.store(purchase.held());
        querySide.store(List.of(purchase.begun()));
        assertThat(payment("stopped-p1").get("status").asString()).isEqualTo("REQUESTED");
        querySide.store(List.of(purchase.refused()));

        assertThat(payment("stopped-p1").get("status").asString()).isEqualTo("DECLINED");
        assertThat(payment("stopped-p1").get("declinedBecause").asString()).isEqualTo("COUPON_NOT_APPLICABLE");
        assertThat(order("stopped").get("status").asString()).isEqualTo("AWAITING_PAYMENT");
        assertThat(order("stopped").has("paymentId")).isFalse();
    }
}
