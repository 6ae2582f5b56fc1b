package io.firstcome.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstcome.gateway.Shop.Told;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every outcome that a tester may want, and the books after it. */
class ProvocationTest {

    private static final SimulatorSettings SETTINGS =
            SimulatorSettings.defaults().withDelays(Duration.ofSeconds(3), Duration.ofMillis(100));

    @TempDir
    private Path folder;

    private GatewaySimulator gateway = GatewaySimulator.start(SETTINGS);
    private Shop shop = new Shop(gateway);

    @AfterEach
    void close() {
        shop.close();
        gateway.close();
    }

    private void restart(SimulatorSettings settings) {
        close();
        gateway = GatewaySimulator.start(settings);
        shop = new Shop(gateway);
    }

    private long taken() throws IOException {
        return shop.captured().isEmpty()
                ? 0
                : shop.captured().get(0).path("captured").asLong()
                        - shop.captured().get(0).path("cancelled").asLong();
    }

    @ParameterizedTest
    @CsvSource({
        "decline-1, REJECT_CARD_PAYMENT, 403",
        "decline-INVALID_STOPPED_CARD-1, INVALID_STOPPED_CARD, 400",
        "error-1, FAILED_INTERNAL_SYSTEM_PROCESSING, 500"
    })
    void givenAKeyThatSaysSo_whenConfirmed_thenNothingIsTaken(String key, String code, int status) throws IOException {
        Told told = shop.confirm(key, "order-1", 100);

        assertThat(told.code()).isEqualTo(code);
        assertThat(told.status()).isEqualTo(status);
        assertThat(taken()).isZero();
        assertThat(shop.find(key).state()).isEqualTo(status == 500 ? "IN_PROGRESS" : "ABORTED");
    }

    @Test
    void givenALostAnswer_whenConfirmed_thenTheMoneyIsTakenAndTheSameKeyTells() throws IOException {
        assertThatThrownBy(() -> shop.confirm("lost-1", "order-1", 100, "Idempotency-Key", "k"))
                .isInstanceOf(IOException.class);

        assertThat(shop.find("lost-1").state()).isEqualTo("DONE");
        assertThat(shop.confirm("lost-1", "order-1", 100, "Idempotency-Key", "k")
                        .status())
                .isEqualTo(200);
        assertThat(taken()).isEqualTo(100);
    }

    @Test
    void givenASlowAnswer_whenAskedMeanwhile_thenTheRequestIsBeingHandledAndTheMoneyIsTaken() throws Exception {
        HttpRequest request = shop.request("/v1/payments/confirm")
                .timeout(Duration.ofSeconds(1))
                .header("Idempotency-Key", "k")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.text(Map.of("paymentKey", "timeout-1", "orderId", "order-1", "amount", 100))))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(HttpTimeoutException.class);
        }

        assertThat(shop.confirm("timeout-1", "order-1", 100, "Idempotency-Key", "k")
                        .code())
                .isEqualTo("IDEMPOTENT_REQUEST_PROCESSING");
        assertThat(shop.find("timeout-1").state()).isEqualTo("DONE");
        await().until(() -> shop.confirm("timeout-1", "order-1", 100, "Idempotency-Key", "k")
                        .status()
                == 200);
        assertThat(taken()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"late-1, DONE, 100", "late-decline-1, ABORTED, 0"})
    void givenALateOutcome_whenTimePasses_thenItIsDecidedByItself(String key, String state, long taken)
            throws IOException {
        assertThat(shop.confirm(key, "order-1", 100).code()).isEqualTo("UNKNOWN_PAYMENT_ERROR");

        assertThat(shop.find(key).state()).isIn("IN_PROGRESS", state);
        await().until(() -> shop.find(key).state().equals(state));
        assertThat(taken()).isEqualTo(taken);
    }

    @Test
    void givenCancelsThatGoWrong_whenCancelled_thenTheBooksSayWhatHappened() throws IOException {
        for (String key : new String[] {"cancel-decline-1", "cancel-error-1", "cancel-late-1", "cancel-lost-1"}) {
            shop.confirm(key, "order-" + key, 100);
        }

        assertThat(shop.cancel("cancel-decline-1", 40).code()).isEqualTo("REFUND_REJECTED");
        assertThat(shop.cancel("cancel-error-1", 40).status()).isEqualTo(500);
        assertThat(shop.cancel("cancel-late-1", 40).status()).isEqualTo(500);
        assertThatThrownBy(() -> shop.cancel("cancel-lost-1", 40)).isInstanceOf(IOException.class);

        assertThat(shop.find("cancel-decline-1").state()).isEqualTo("DONE");
        assertThat(shop.find("cancel-error-1").state()).isEqualTo("DONE");
        assertThat(shop.find("cancel-lost-1").state()).isEqualTo("PARTIAL_CANCELED");
        await().until(() -> shop.find("cancel-late-1").state().equals("PARTIAL_CANCELED"));
    }

    @Test
    void givenAProvocationToldBeforehand_whenItsTimesAreUsedUp_thenAllIsNormalAgain() throws IOException {
        shop.control("provoke", Map.of("outcome", "ERROR", "times", 2));
        shop.control("provoke", Map.of("paymentKey", "pay-9", "outcome", "decline", "code", "FDS_ERROR"));

        assertThat(shop.confirm("pay-9", "order-9", 100).code()).isEqualTo("FDS_ERROR");
        assertThat(shop.confirm("pay-1", "order-1", 100).status()).isEqualTo(500);
        assertThat(shop.confirm("pay-1", "order-1", 100).status()).isEqualTo(500);
        assertThat(shop.confirm("pay-1", "order-1", 100).status()).isEqualTo(200);
        assertThat(shop.control("provoke", Map.of("outcome", "nonsense")).status())
                .isEqualTo(400);
    }

    @Test
    void givenAJournal_whenStartedAgain_thenBooksAndKeysAreWhatTheyWere() throws IOException {
        SimulatorSettings kept = SETTINGS.withJournal(folder.resolve("deep/gateway.jsonl"));
        restart(kept);
        Told confirmed = shop.confirm("pay-1", "order-1", 1_000, "Idempotency-Key", "a");
        Told cancelled = shop.cancel("pay-1", 300, "Idempotency-Key", "b");

        restart(kept);

        assertThat(shop.confirm("pay-1", "order-1", 1_000, "Idempotency-Key", "a"))
                .isEqualTo(confirmed);
        assertThat(shop.cancel("pay-1", 300, "Idempotency-Key", "b")).isEqualTo(cancelled);
        assertThat(taken()).isEqualTo(700);
    }

    @Test
    void givenAJournalWhoseLastLineIsCutOff_whenStarted_thenItGoesOnBeforeThatLine() throws IOException {
        Path file = folder.resolve("gateway.jsonl");
        SimulatorSettings kept = SETTINGS.withJournal(file);
        restart(kept);
        shop.confirm("pay-1", "order-1", 1_000);
        close();
        Files.writeString(file, "{\"payment\":{\"paymentKey\":\"pay-2", StandardOpenOption.APPEND);

        restart(kept);
        shop.cancel("pay-1", 300);
        restart(kept);

        assertThat(taken()).isEqualTo(700);
        assertThat(shop.find("pay-2").status()).isEqualTo(404);
    }

    @Test
    void givenAStrictGateway_whenAnUnknownKeyIsConfirmed_thenThereIsNoSuchPayment() throws IOException {
        restart(SETTINGS.thatIsStrict());

        assertThat(shop.confirm("pay-1", "order-1", 100).code()).isEqualTo("NOT_FOUND_PAYMENT");
        assertThat(shop.captured()).isEmpty();
    }
}
