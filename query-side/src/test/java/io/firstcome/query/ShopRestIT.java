package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.apicontract.OpenApiCompleteness;
import io.firstcome.web.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Orders, payments and points over HTTP. */
class ShopRestIT {

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

    private static String statuses(JsonNode view) {
        List<String> statuses = new ArrayList<>();
        view.get("history").forEach(step -> statuses.add(step.get("status").asString()));
        return String.join(" ", statuses);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/order/bought,                   u1, CUSTOMER, 200, ''",
        "/api/v1/order/bought,                   u2, CUSTOMER, 404, ORDER_NOT_FOUND",
        "/api/v1/order/bought?minVersion=1,      u2, CUSTOMER, 404, ORDER_NOT_FOUND",
        "/api/v1/order/bought,                   op, OPERATOR, 200, ''",
        "/api/v1/order/bought,                   op, ADMIN,    200, ''",
        "/api/v1/order/bought,                   au, AUDITOR,  403, FORBIDDEN",
        "/api/v1/order/none,                     u1, CUSTOMER, 404, ORDER_NOT_FOUND",
        "/api/v1/order/bought?minVersion=3,      u1, CUSTOMER, 200, ''",
        "/api/v1/order/bought?minVersion=99,     u1, CUSTOMER, 503, READ_MODEL_BEHIND",
        "/api/v1/order/bought?minVersion=-1,     u1, CUSTOMER, 400, INVALID_REQUEST",
        "/api/v1/order/bought?minVersion=x,      u1, CUSTOMER, 400, INVALID_REQUEST",
        "/api/v1/order/a%20b,                    u1, CUSTOMER, 400, INVALID_REQUEST",
        "/api/v1/order?limit=0,                  u1, CUSTOMER, 400, INVALID_REQUEST",
        "/api/v1/order?cursor=%25,               u1, CUSTOMER, 400, INVALID_REQUEST",
        "/api/v1/order?userId=a%20b,             u1, CUSTOMER, 400, INVALID_REQUEST",
        "/api/v1/order?userId=u1,                u2, CUSTOMER, 403, FORBIDDEN",
        "/api/v1/order?userId=u1,                u1, CUSTOMER, 200, ''",
        "/api/v1/order?user=u1,                  op, OPERATOR, 400, INVALID_REQUEST",
        "/api/v1/order,                          au, AUDITOR,  403, FORBIDDEN",
        "/api/v1/payment/bought-p1,              u1, CUSTOMER, 200, ''",
        "/api/v1/payment/bought-p1,              u2, CUSTOMER, 404, PAYMENT_NOT_FOUND",
        "/api/v1/payment/bought-p1,              op, OPERATOR, 200, ''",
        "/api/v1/payment/none,                   u1, CUSTOMER, 404, PAYMENT_NOT_FOUND",
        "/api/v1/payment/bought-p1?minVersion=1, u1, CUSTOMER, 200, ''",
        "/api/v1/payment/bought-p1?minVersion=9, u1, CUSTOMER, 503, READ_MODEL_BEHIND",
        "/api/v1/payment/a%20b,                  u1, CUSTOMER, 400, INVALID_REQUEST",
        "/api/v1/payment,                        u1, CUSTOMER, 403, FORBIDDEN",
        "/api/v1/payment?status=LOST,            op, OPERATOR, 400, INVALID_REQUEST",
        "/api/v1/payment?status=UNKNOWN,         op, OPERATOR, 200, ''",
        "/api/v1/payment?state=UNKNOWN,          op, OPERATOR, 400, INVALID_REQUEST",
        "/api/v1/user/u1/point,                  u1, CUSTOMER, 200, ''",
        "/api/v1/user/u1/point,                  u2, CUSTOMER, 403, FORBIDDEN",
        "/api/v1/user/u1/point,                  op, OPERATOR, 200, ''",
        "/api/v1/user/u1/point?minVersion=0,     u1, CUSTOMER, 503, READ_MODEL_BEHIND",
        "/api/v1/user/a%20b/point,               op, OPERATOR, 400, INVALID_REQUEST"
    })
    void givenAQuestion_whenAsked_thenItIsAnsweredOrRefused(
            String path, String user, Role role, int status, String code) {
        Http.Answer answer = http.get(path, user, role);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(status != 503);
    }

    @Test
    void givenFiveOrders_whenTheyAreListedInParts_thenNewestComesFirstAndEachOnce() {
        for (int i = 1; i <= 5; i++) {
            querySide.store(new OrderTestData("list-" + i, "u3").held());
        }
        querySide.awaitCaughtUp();
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = http.get("/api/v1/order?limit=2" + cursor, "u3", Role.CUSTOMER)
                    .body();
            page.get("items").forEach(item -> seen.add(item.get("orderId").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("list-5", "list-4", "list-3", "list-2", "list-1");
        JsonNode first = http.get("/api/v1/order?userId=u3&limit=1", "op", Role.OPERATOR)
                .body()
                .get("items")
                .get(0);
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("amount").asLong()).isEqualTo(OrderTestData.AMOUNT);
        assertThat(first.has("history")).isFalse();
        assertThat(first.has("address")).isFalse();
    }

    @Test
    void givenPaymentsOfUnknownOutcome_whenAnOperatorListsThem_thenTheyAreThereUntilItIsKnown() {
        OrderTestData lost = new OrderTestData("lost", "u4");
        OrderTestData found = new OrderTestData("found", "u4");
        for (OrderTestData purchase : List.of(lost, found)) {
            querySide.store(purchase.held());
            querySide.store(List.of(purchase.begun(), purchase.requested(), purchase.unknown(), purchase.unknown()));
        }
        querySide.store(List.of(found.declined()));
        querySide.awaitCaughtUp();

        JsonNode unknown = http.get("/api/v1/payment?status=UNKNOWN", "op", Role.OPERATOR)
                .body()
                .get("items");
        assertThat(unknown).hasSize(1);
        assertThat(unknown.get(0).get("paymentId").asString()).isEqualTo("lost-p1");
        assertThat(unknown.get(0).get("gatewayCode").asString()).isEqualTo("TIMEOUT");
        assertThat(statuses(http.get("/api/v1/payment/found-p1", "op", Role.OPERATOR)
                        .body()))
                .isEqualTo("REQUESTED UNKNOWN DECLINED");
        assertThat(http.get("/api/v1/payment/found-p1", "op", Role.OPERATOR)
                        .body()
                        .get("gatewayCode")
                        .asString())
                .isEqualTo("REJECT_CARD_COMPANY");
        JsonNode all = http.get("/api/v1/payment?limit=1", "op", Role.OPERATOR).body();
        assertThat(all.get("items")).hasSize(1);
        assertThat(all.get("nextCursor").isNull()).isFalse();
    }

    @Test
    void givenAWallet_whenItsHistoryIsReadInParts_thenBalanceAndEntriesAgree() {
        WalletTestData purse = new WalletTestData("u5");
        querySide.store(List.of(
                purse.charged(10_000),
                purse.spent("w-1", 4_000),
                purse.spendRefused("w-2", 90_000),
                purse.refunded("w-1", 1_000)));
        querySide.awaitCaughtUp();

        JsonNode first = http.get("/api/v1/user/u5/point?limit=2&minVersion=3", "u5", Role.CUSTOMER)
                .body();
        assertThat(first.get("balance").asLong()).isEqualTo(7_000);
        assertThat(first.get("version").asLong()).isEqualTo(3);
        assertThat(first.get("history").toString())
                .isEqualTo("[{\"type\":\"REFUNDED\",\"amount\":1000,\"balance\":7000,\"orderId\":\"w-1\","
                        + "\"paymentId\":\"w-1-p1\",\"at\":\"2026-11-20T09:00:00.123456Z\"},"
                        + "{\"type\":\"SPENT\",\"amount\":4000,\"balance\":6000,\"orderId\":\"w-1\","
                        + "\"paymentId\":\"w-1-p1\",\"at\":\"2026-11-20T09:00:00.123456Z\"}]");
        JsonNode rest = http.get(
                        "/api/v1/user/u5/point?limit=2&cursor="
                                + first.get("nextCursor").asString(),
                        "u5",
                        Role.CUSTOMER)
                .body();
        assertThat(rest.get("history"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.has("orderId")).isFalse());
        assertThat(rest.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void givenAUserWithoutWallet_whenTheyAsk_thenTheyHaveNothing() {
        assertThat(http.get("/api/v1/user/nobody/point", "nobody", Role.CUSTOMER)
                        .body()
                        .toString())
                .isEqualTo("{\"userId\":\"nobody\",\"balance\":0,\"version\":-1,\"history\":[],\"nextCursor\":null}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void givenAnOrderThatWasJustStored_whenAskedAtOnce_thenItIsFound(int round) {
        querySide.store(new OrderTestData("just-" + round, "u6").held());

        assertThat(http.get("/api/v1/order/just-" + round, "u6", Role.CUSTOMER).status())
                .isEqualTo(200);
        assertThat(http.get("/api/v1/order/just-" + round + "?minVersion=1", "u6", Role.CUSTOMER)
                        .body()
                        .get("status")
                        .asString())
                .isEqualTo("AWAITING_PAYMENT");
    }

    @Test
    void givenTheDescription_whenChecked_thenNothingIsMissing() {
        String document =
                http.get("/v3/api-docs", "u1", Role.CUSTOMER).response().body();

        assertThat(OpenApiCompleteness.gaps(document)).isEmpty();
        assertThat(document).contains("/api/v1/order/{orderId}", "/api/v1/payment", "/api/v1/user/{userId}/point");
    }
}
