package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charging points, and closing a coupon with a reason, over HTTP. */
class PointsIT {

    private final String user = SharedSystem.newName("payer");

    private Response charge(String of, String token, String body) {
        return SharedSystem.exchange(Request.post("/api/v1/user/" + of + "/point", token, body));
    }

    private Response charge(long amount) {
        return charge(user, SharedSystem.TOKENS.customer(user), "{\"amount\":" + amount + "}");
    }

    @Test
    void givenUser_whenTheyCharge_thenTheirBalanceIsTold() {
        assertThat(charge(1_000).body()).isEqualTo("{\"userId\":\"" + user + "\",\"balance\":1000}");
        Response second = charge(2_000_000);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.headers()).containsEntry("etag", "\"1\"");
        assertThat(second.body()).isEqualTo("{\"userId\":\"" + user + "\",\"balance\":2001000}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999", "2000001", "0", "-1000", "1000.5", "\"1000\"", "null", "9223372036854775808"})
    void givenAmountOutOfBounds_whenCharged_thenInvalid(String amount) {
        Response response = charge(user, SharedSystem.TOKENS.customer(user), "{\"amount\":" + amount + "}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.code()).isEqualTo("INVALID_REQUEST");
        assertThat(charge(1_000).body()).contains("\"balance\":1000}");
    }

    @Test
    void givenWalletOfAnother_whenCharged_thenForbiddenButToAnOperator() {
        assertThat(charge(user, SharedSystem.TOKENS.customer("7"), "{\"amount\":1000}")
                        .status())
                .isEqualTo(403);
        assertThat(charge(user, SharedSystem.OPERATOR, "{\"amount\":1000}").status())
                .isEqualTo(200);
    }

    /** No update is lost, and the month's limit holds whoever comes together. */
    @Test
    void givenManyChargesAtOnce_whenTheMonthIsFull_thenTheRestIsRefused() throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
            List<Future<Response>> answers = IntStream.range(0, 10)
                    .mapToObj(i -> crowd.submit(() -> charge(2_000_000)))
                    .toList();
            int accepted = 0;
            for (Future<Response> answer : answers) {
                Response response = answer.get();
                if (response.status() == 200) {
                    accepted++;
                } else {
                    assertThat(response.status()).isEqualTo(409);
                    assertThat(response.code()).isEqualTo("CHARGE_LIMIT");
                }
            }
            assertThat(accepted).isEqualTo(5);
        }
        assertThat(charge(1_000).code()).isEqualTo("CHARGE_LIMIT");
    }

    @Test
    void givenIdempotencyKey_whenChargedTwice_thenOnce() {
        Request request = Request.of(
                "POST",
                "/api/v1/user/" + user + "/point",
                SharedSystem.TOKENS.customer(user),
                Map.of("Idempotency-Key", "charge-1"),
                "{\"amount\":5000}");

        assertThat(SharedSystem.exchange(request).body()).contains("\"balance\":5000}");
        Response again = SharedSystem.exchange(request);
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(again.body()).contains("\"balance\":5000}");
        assertThat(charge(1_000).body()).contains("\"balance\":6000}");
    }

    @Test
    void givenCoupon_whenClosedWithAReason_thenItIsStored() {
        int port = SharedSystem.get().port();

        assertThat(close(SharedSystem.newCampaign(port, 1), "{\"reason\":\"Withdrawn\\nfor good\"}")
                        .body())
                .contains("\"reason\":\"Withdrawn\\nfor good\"");
        assertThat(close(SharedSystem.newCampaign(port, 1), "").body())
                .contains("\"reason\":\"Closed by the operator\"");
        assertThat(close(SharedSystem.newCampaign(port, 1), "{}").body())
                .contains("\"reason\":\"Closed by the operator\"");
    }

    @Test
    void givenReasonThatIsNone_whenClosed_thenInvalid() {
        String coupon = SharedSystem.newCampaign(SharedSystem.get().port(), 1);

        for (String reason : List.of("\"\"", "\" \"", "\"" + "x".repeat(201) + "\"", "{}", "[\"a\"]")) {
            Response response = close(coupon, "{\"reason\":" + reason + "}");
            assertThat(response.status()).as(reason).isEqualTo(400);
            assertThat(response.code()).isEqualTo("INVALID_REQUEST");
        }
        assertThat(close(coupon, "{\"reason\":\"" + "x".repeat(200) + "\"}").status())
                .isEqualTo(200);
    }

    private static Response close(String coupon, String body) {
        return SharedSystem.exchange(Request.post("/api/v1/coupon/" + coupon + "/close", SharedSystem.OPERATOR, body));
    }
}
