package io.firstcome.command.payment.gateway;

import static io.firstcome.command.payment.gateway.Gateways.charge;
import static io.firstcome.command.payment.gateway.Gateways.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.command.payment.gateway.Finding.Absent;
import io.firstcome.command.payment.gateway.Finding.Found;
import io.firstcome.command.payment.gateway.Outcome.Approved;
import io.firstcome.command.payment.gateway.Outcome.Declined;
import io.firstcome.command.payment.gateway.Outcome.Unknown;
import io.firstcome.gateway.GatewaySimulator;
import io.firstcome.gateway.SimulatorSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client against the simulator, over HTTP. */
class TossGatewayTest {

    private final GatewaySimulator simulator = GatewaySimulator.start(
            SimulatorSettings.defaults().withDelays(Duration.ofSeconds(3), Duration.ofMillis(50)));
    private final CardGateway gateway =
            Gateways.client(Gateways.properties(simulator.url(), Duration.ofMillis(1_500), 32));

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void givenACheckout_whenConfirmedAgainAndAgain_thenEachSaysApprovedAndOneChargeIsThere() {
        assertThat(gateway.confirm(charge("pay-1", "order-1", 5_000))).isEqualTo(new Approved());
        assertThat(gateway.confirm(charge("pay-1", "order-1", 5_000))).isEqualTo(new Approved());

        assertThat(found("pay-1").status()).isEqualTo("DONE");
        assertThat(found("pay-1").totalAmount()).isEqualTo(5_000);
        assertThat(found("pay-1").isOf(charge("pay-1", "order-1", 5_000))).isTrue();
        assertThat(gateway.find("pay-2")).isEqualTo(new Absent());
    }

    @Test
    void givenFourClicks_whenConfirmedAtOnce_thenNoneIsDeclinedAndOneChargeIsThere() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> gateway.confirm(charge("pay-1", "order-1", 100))))
                    .toList();
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isIn(new Approved(), new Unknown("IDEMPOTENT_REQUEST_PROCESSING"));
            }
        }
        assertThat(found("pay-1").totalAmount()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "decline-1, REJECT_CARD_PAYMENT",
        "decline-INVALID_CARD_NUMBER-1, INVALID_CARD_NUMBER",
        "decline-FDS_ERROR-1, FDS_ERROR"
    })
    void givenADecline_whenConfirmed_thenItsCodeIsTold(String key, String code) {
        assertThat(gateway.confirm(charge(key, "order-1", 100))).isEqualTo(new Declined(code));
        assertThat(found(key).status()).isEqualTo("ABORTED");
    }

    @ParameterizedTest
    @CsvSource({
        "error-1, FAILED_INTERNAL_SYSTEM_PROCESSING, IN_PROGRESS",
        "lost-1, CONNECTION_LOST, DONE",
        "timeout-1, TIMEOUT, DONE",
        "decline-PROVIDER_ERROR-1, PROVIDER_ERROR, ABORTED"
    })
    void givenNoClearAnswer_whenConfirmed_thenTheOutcomeIsUnknownAndTheGatewayKnowsIt(
            String key, String code, String state) {
        assertThat(gateway.confirm(charge(key, "order-1", 100))).isEqualTo(new Unknown(code));
        assertThat(found(key).status()).isEqualTo(state);
    }

    @Test
    void givenALateOutcome_whenAskedLater_thenItIsThere() {
        assertThat(gateway.confirm(charge("late-1", "order-1", 100))).isEqualTo(new Unknown("UNKNOWN_PAYMENT_ERROR"));
        assertThat(gateway.confirm(charge("late-decline-1", "order-2", 100)))
                .isEqualTo(new Unknown("UNKNOWN_PAYMENT_ERROR"));

        await().until(() -> found("late-1").status().equals("DONE"));
        await().until(() -> found("late-decline-1").status().equals("ABORTED"));
    }

    @Test
    void givenTheKeyOfAnotherOrder_whenConfirmed_thenItIsNotApprovedAndSeenToBeAnothers() {
        gateway.confirm(charge("pay-1", "order-1", 100));

        assertThat(gateway.confirm(charge("pay-1", "order-2", 100)))
                .isEqualTo(new Unknown("ALREADY_PROCESSED_PAYMENT"));
        assertThat(found("pay-1").isOf(charge("pay-1", "order-2", 100))).isFalse();
    }

    @Test
    void givenAPayment_whenCancelledInParts_thenEachPartOnceAndBothAreFound() {
        gateway.confirm(charge("pay-1", "order-1", 1_000));

        assertThat(gateway.cancel(refund("pay-1", "order-1", "a", 300))).isEqualTo(new Approved());
        assertThat(gateway.cancel(refund("pay-1", "order-1", "a", 300))).isEqualTo(new Approved());
        assertThat(gateway.cancel(refund("pay-1", "order-1", "b", 800)))
                .isEqualTo(new Declined("NOT_CANCELABLE_AMOUNT"));
        assertThat(gateway.cancel(refund("pay-1", "order-1", "c", 700))).isEqualTo(new Approved());

        assertThat(found("pay-1").balanceAmount()).isZero();
        assertThat(found("pay-1").has(refund("pay-1", "order-1", "a", 300))).isTrue();
        assertThat(found("pay-1").has(refund("pay-1", "order-1", "b", 800))).isFalse();
        assertThat(gateway.cancel(refund("pay-1", "order-1", "d", 1)))
                .isEqualTo(new Declined("ALREADY_CANCELED_PAYMENT"));
    }

    @ParameterizedTest
    @CsvSource({
        "cancel-error-1, FAILED_INTERNAL_SYSTEM_PROCESSING, false",
        "cancel-lost-1, CONNECTION_LOST, true",
        "cancel-timeout-1, TIMEOUT, true"
    })
    void givenNoClearAnswer_whenCancelled_thenTheOutcomeIsUnknownAndTheGatewayKnowsIt(
            String key, String code, boolean done) {
        gateway.confirm(charge(key, "order-1", 100));

        assertThat(gateway.cancel(refund(key, "order-1", "a", 40))).isEqualTo(new Unknown(code));
        assertThat(found(key).has(refund(key, "order-1", "a", 40))).isEqualTo(done);
    }

    @Test
    void givenAWrongKeyOfTheShop_whenCalled_thenNothingIsTaken() {
        CardGateway stranger = Gateways.client(Gateways.properties(simulator.url()), "test_sk_other");

        assertThat(stranger.confirm(charge("pay-1", "order-1", 100))).isEqualTo(new Declined("UNAUTHORIZED_KEY"));
        assertThat(gateway.find("pay-1")).isEqualTo(new Absent());
    }

    @ParameterizedTest
    @CsvSource({"'../confirm'", "'a/b'", "'.'", "'..'", "'a b'", "'a?b'", "''"})
    void givenAPaymentKeyThatIsNone_whenCalled_thenNothingIsSent(String key) {
        CardGateway nowhere = Gateways.client(Gateways.properties("http://127.0.0.1:9"));

        assertThat(nowhere.confirm(charge(key, "order-1", 100))).isEqualTo(new Declined("INVALID_PAYMENT_KEY"));
        assertThat(nowhere.cancel(refund(key, "order-1", "a", 1))).isEqualTo(new Declined("INVALID_PAYMENT_KEY"));
        assertThat(nowhere.find(key)).isEqualTo(new Absent());
    }

    @Test
    void givenAnOrderNameThatTheContractDoesNotAllow_whenConfirmed_thenItHasOneThatItDoes() {
        assertThat(gateway.confirm(charge("pay-1", "1", 100))).isEqualTo(new Approved());
        assertThat(gateway.confirm(charge("pay-2", "order~1.x", 100))).isEqualTo(new Approved());

        assertThat(found("pay-1").orderId()).matches("order-[0-9a-f]{40}");
        assertThat(found("pay-1").isOf(charge("pay-1", "1", 100))).isTrue();
        assertThat(found("pay-2").orderId())
                .matches("order-[0-9a-f]{40}")
                .isNotEqualTo(found("pay-1").orderId());
    }

    private FoundPayment found(String key) {
        return ((Found) gateway.find(key)).payment();
    }
}
