package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may say in the card gateway's name, over HTTP and without a token. */
class WebhookIT {

    private static final String DONE =
            "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"createdAt\":\"2026-03-01T10:00:00.000000\","
                    + "\"data\":{\"paymentKey\":\"nobody-waits\",\"orderId\":\"order-1\",\"status\":\"DONE\","
                    + "\"aFieldOfTomorrow\":{\"x\":[1]}},\"another\":true}";

    private static Response post(String body, @Nullable String transmissionId) {
        Map<String, String> headers = new HashMap<>();
        if (transmissionId != null) {
            headers.put("tosspayments-webhook-transmission-id", transmissionId);
            headers.put("tosspayments-webhook-transmission-retried-count", "0");
        }
        return SharedSystem.exchange(Request.of("POST", "/api/v1/webhook/toss", "", headers, body));
    }

    @Test
    void givenANoticeNobodyWaitsFor_whenPosted_thenItIsTakenAsOftenAsItComes() {
        for (int i = 0; i < 3; i++) {
            Response response = post(DONE, "t-1");
            assertThat(response.status()).as(response.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"eventType\":\"SOMETHING_OF_TOMORROW\",\"data\":\"text\"}",
                "{\"eventType\":\"METHOD_UPDATED\",\"data\":{\"a\":1},\"createdAt\":7}",
                "{\"createdAt\":\"2026-03-01\",\"secret\":\"ps_1\",\"status\":\"DONE\",\"transactionKey\":\"x\","
                        + "\"orderId\":\"order-1\"}"
            })
    void givenAKindThatDoesNotConcernUs_whenPosted_thenItIsTaken(String body) {
        assertThat(post(body, null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "null",
                "{\"eventType\":\"PAYMENT_STATUS_CHANGED\"}",
                "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":{}}",
                "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":{\"paymentKey\":\"\"}}",
                "{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":[1]}",
                "{\"eventType\":{\"a\":1}}",
                "{\"secret\":5}"
            })
    void givenWhatIsNoNotice_whenPosted_thenItIsAProblem(String body) {
        Response response = post(body, "t-2");

        assertThat(response.status()).as(body).isEqualTo(400);
        assertThat(response.code()).isIn("MALFORMED_REQUEST", "INVALID_REQUEST");
    }

    @Test
    void givenNoTransmissionId_whenPosted_thenItIsAProblem() {
        assertThat(post(DONE, null).code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(post(DONE, "x".repeat(129)).code()).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void givenABodyThatIsTooLarge_whenPosted_thenItIsNotRead() {
        assertThat(post("{\"eventType\":\"" + "x".repeat(70_000) + "\"}", "t-3").status())
                .isEqualTo(413);
    }
}
