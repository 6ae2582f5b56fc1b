package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.apicontract.OpenApiCompleteness;
import io.firstcome.web.security.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What does not add up, over HTTP and in the metrics; without a grace period. */
class ReconciliationRestIT {

    private static final String PATH = "/api/v1/reconciliation";

    private static QuerySide querySide;
    private static Http http;

    @BeforeAll
    static void start() {
        querySide = QuerySide.startWithHttp(
                Map.of("firstcome.reconciliation.grace", "0s", "firstcome.reconciliation.interval", "100ms"));
        http = new Http(querySide.port());
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    private static JsonNode list(String more) {
        querySide.awaitCaughtUp();
        return http.get(PATH + more, "op", Role.OPERATOR).body();
    }

    private static double gauge(String kind) {
        return querySide
                .bean(MeterRegistry.class)
                .get("firstcome.reconciliation.open")
                .tag("kind", kind)
                .gauge()
                .value();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                OPERATOR, 200, ''",
        "'',                ADMIN,    200, ''",
        "'',                AUDITOR,  200, ''",
        "'',                CUSTOMER, 403, FORBIDDEN",
        "?limit=1,          OPERATOR, 200, ''",
        "?limit=0,          OPERATOR, 400, INVALID_REQUEST",
        "?limit=101,        OPERATOR, 400, INVALID_REQUEST",
        "?cursor=%25,       OPERATOR, 400, INVALID_REQUEST",
        "?cursor=MQ,        OPERATOR, 400, INVALID_REQUEST",
        "?cursor=MR94H1hY,  OPERATOR, 400, INVALID_REQUEST",
        "?kind=ANY,         OPERATOR, 400, INVALID_REQUEST"
    })
    void givenAQuestion_whenAsked_thenItIsAnsweredOrRefused(String more, Role role, int status, String code) {
        Http.Answer answer = http.get(PATH + more, "op", role);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void givenPaymentsThatHang_whenTheyGoOn_thenTheyAreListedAndCountedNoMore() {
        OrderTestData first = new OrderTestData("hangs-1", "u1");
        OrderTestData second = new OrderTestData("hangs-2", "u2");
        for (OrderTestData purchase : List.of(first, second)) {
            querySide.store(purchase.held());
            querySide.store(List.of(purchase.expired(), purchase.begun(), purchase.requested()));
        }

        JsonNode page = list("?limit=1");
        JsonNode item = page.get("items").get(0);
        assertThat(item.get("id").asString()).isEqualTo("PAYMENT_NOT_DECIDED:hangs-1:hangs-1-p1");
        assertThat(item.get("kind").asString()).isEqualTo("PAYMENT_NOT_DECIDED");
        assertThat(item.get("orderId").asString()).isEqualTo("hangs-1");
        assertThat(item.get("paymentId").asString()).isEqualTo("hangs-1-p1");
        assertThat(item.get("userId").asString()).isEqualTo("u1");
        assertThat(item.has("since")).isTrue();
        assertThat(item.has("couponId")).isFalse();
        assertThat(item.has("productIds")).isFalse();
        JsonNode rest = list("?limit=1&cursor=" + page.get("nextCursor").asString());
        assertThat(rest.get("items").get(0).get("orderId").asString()).isEqualTo("hangs-2");
        assertThat(rest.get("nextCursor").isNull()).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> gauge("PAYMENT_NOT_DECIDED") == 2);
        assertThat(gauge("STOCK_NOT_SOLD")).isZero();

        for (OrderTestData purchase : List.of(first, second)) {
            querySide.store(List.of(purchase.refused()));
        }
        assertThat(list("").toString()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
        await().atMost(Duration.ofSeconds(30)).until(() -> gauge("PAYMENT_NOT_DECIDED") == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing,                    OPERATOR, 404, DISCREPANCY_NOT_FOUND",
        "STOCK_NOT_SOLD:nothing,     OPERATOR, 404, DISCREPANCY_NOT_FOUND",
        "STOCK_NOT_SOLD:a:b:c,       OPERATOR, 404, DISCREPANCY_NOT_FOUND",
        "ANYTHING:%3Cb%3E:,          OPERATOR, 404, DISCREPANCY_NOT_FOUND",
        "STOCK_NOT_SOLD:nothing,     AUDITOR,  403, FORBIDDEN",
        "STOCK_NOT_SOLD:nothing,     CUSTOMER, 403, FORBIDDEN"
    })
    void givenWhatIsNotListed_whenDriven_thenItIsRefused(String id, Role role, int status, String code) {
        Http.Answer answer = http.post(PATH + "/" + id + "/drive", id + role, "op", role);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void givenAPaymentThatHangs_whenDrivenTwice_thenThereIsOneTaskThatKnowsWhoAsked() {
        OrderTestData purchase = new OrderTestData("driven", "u3");
        querySide.store(purchase.held());
        querySide.store(List.of(purchase.expired(), purchase.begun(), purchase.requested()));
        querySide.awaitCaughtUp();
        String drive = PATH + "/PAYMENT_NOT_DECIDED:driven:driven-p1/drive";

        Http.Answer first = http.post(drive, "once", "op", Role.OPERATOR);
        Http.Answer second = http.post(drive, "twice", "op", Role.ADMIN);

        assertThat(first.status()).as(first.body().toString()).isEqualTo(202);
        assertThat(first.body().get("paymentId").asString()).isEqualTo("driven-p1");
        assertThat(second.status()).isEqualTo(202);
        List<Map<String, Object>> tasks = querySide
                .bean(JdbcTemplate.class)
                .queryForList("SELECT task_instance, CONVERT(task_data USING utf8mb4) data, picked FROM scheduled_task"
                        + " WHERE task_name = 'order-drive'");
        assertThat(tasks).hasSize(1);
        assertThat(tasks.getFirst()).containsEntry("task_instance", "driven");
        assertThat(String.valueOf(tasks.getFirst().get("data")))
                .contains("\"userId\":\"u3\"", "\"userId\":\"op\"", "traceId");
        querySide.store(List.of(purchase.refused()));
    }

    @Test
    void givenTheDescription_whenChecked_thenNothingIsMissing() {
        String document =
                http.get("/v3/api-docs", "u1", Role.CUSTOMER).response().body();

        assertThat(OpenApiCompleteness.gaps(document)).isEmpty();
        assertThat(document).contains("\"/api/v1/reconciliation\"");
    }
}
