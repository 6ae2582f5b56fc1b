package io.firstcome.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.gateway.Shop.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contract says of calls, keys, codes and times. */
class ContractTest {

    private final SettableClock clock = new SettableClock();
    private final GatewaySimulator gateway = GatewaySimulator.start(SimulatorSettings.defaults(), clock);
    private final Shop shop = new Shop(gateway);

    @AfterEach
    void close() {
        shop.close();
        gateway.close();
    }

    private String checkout(String orderId, long amount) throws IOException {
        return shop.control("checkout", Map.of("orderId", orderId, "amount", amount))
                .body()
                .path("paymentKey")
                .asString();
    }

    @Test
    void givenACheckout_whenConfirmed_thenItIsDoneAndFoundByKeyAndOrder() throws IOException {
        String key = checkout("order-1", 5_000);
        assertThat(shop.find(key).state()).isEqualTo("IN_PROGRESS");

        Told told = shop.confirm(key, "order-1", 5_000);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.state()).isEqualTo("DONE");
        assertThat(told.body().path("totalAmount").asLong()).isEqualTo(5_000);
        assertThat(told.body().path("balanceAmount").asLong()).isEqualTo(5_000);
        assertThat(told.body().path("approvedAt").asString()).isNotBlank();
        assertThat(shop.find(key).body()).isEqualTo(told.body());
        assertThat(shop.findByOrder("order-1").body()).isEqualTo(told.body());
        assertThat(shop.find("none").code()).isEqualTo("NOT_FOUND_PAYMENT");
        assertThat(shop.findByOrder("none").status()).isEqualTo(404);
    }

    @Test
    void givenAConfirmedPayment_whenConfirmedUnderAnotherKey_thenItIsProcessedAlready() throws IOException {
        shop.confirm("pay-1", "order-1", 100, "Idempotency-Key", "a");

        assertThat(shop.confirm("pay-1", "order-1", 100, "Idempotency-Key", "b").code())
                .isEqualTo("ALREADY_PROCESSED_PAYMENT");
        assertThat(shop.captured().get(0).path("captured").asLong()).isEqualTo(100);
    }

    @Test
    void givenAnIdempotencyKey_whenUsedAgain_thenTheFirstAnswerComesWhateverTheBodyIs() throws IOException {
        Told first = shop.confirm("pay-1", "order-1", 100, "Idempotency-Key", "k");

        assertThat(shop.confirm("pay-1", "order-1", 100, "Idempotency-Key", "k"))
                .isEqualTo(first);
        assertThat(shop.confirm("pay-2", "order-2", 999, "Idempotency-Key", "k"))
                .isEqualTo(first);
        assertThat(shop.captured()).hasSize(1);
        assertThat(shop.cancelAll("pay-1", "Idempotency-Key", "k").state()).isEqualTo("CANCELED");
    }

    @Test
    void givenAnIdempotencyKey_whenFifteenDaysHavePassed_thenItIsForgotten() throws IOException {
        shop.confirm("pay-1", "order-1", 100, "Idempotency-Key", "k");
        clock.pass(Duration.ofDays(15));
        assertThat(shop.confirm("pay-1", "order-1", 100, "Idempotency-Key", "k").state())
                .isEqualTo("DONE");

        clock.pass(Duration.ofMillis(1));

        assertThat(shop.confirm("pay-1", "order-1", 100, "Idempotency-Key", "k").code())
                .isEqualTo("ALREADY_PROCESSED_PAYMENT");
    }

    @Test
    void givenAKeyOfThreeHundredAndOne_whenSent_thenItIsInvalid() throws IOException {
        assertThat(shop.confirm("pay-1", "order-1", 100, "Idempotency-Key", "k".repeat(301))
                        .code())
                .isEqualTo("INVALID_IDEMPOTENCY_KEY");
        assertThat(shop.confirm("pay-1", "order-1", 100, "Idempotency-Key", "k".repeat(300))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givenManyConfirmsAtOnce_whenTheirKeysDiffer_thenOneTakesTheMoney() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Told>> all = IntStream.range(0, 20)
                    .mapToObj(i ->
                            threads.submit(() -> shop.confirm("pay-1", "order-1", 100, "Idempotency-Key", "k" + i)))
                    .toList();
            int done = 0;
            for (Future<Told> one : all) {
                done += one.get().status() == 200 ? 1 : 0;
            }
            assertThat(done).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REJECT_CARD_PAYMENT, 403",
        "INVALID_CARD_NUMBER, 400",
        "NOT_FOUND_PAYMENT, 404",
        "UNAUTHORIZED_KEY, 401",
        "IDEMPOTENT_REQUEST_PROCESSING, 409",
        "FAILED_INTERNAL_SYSTEM_PROCESSING, 500",
        "A_CODE_OF_TOMORROW, 400"
    })
    void givenTheTestHook_whenCalled_thenThatCodeComesBeforeAnythingElse(String code, int status) throws IOException {
        Told told = shop.post("/v1/payments/confirm", "not json", "TossPayments-Test-Code", code, "Authorization", "x");

        assertThat(told.code()).isEqualTo(code);
        assertThat(told.status()).isEqualTo(status);
        assertThat(shop.captured()).isEmpty();
    }

    @Test
    void givenWrongAuthentication_whenCalled_thenRefused() throws IOException {
        assertThat(shop.confirm("p", "order-1", 1, "Authorization", "Bearer x").code())
                .isEqualTo("INCORRECT_BASIC_AUTH_FORMAT");
        assertThat(shop.confirm("p", "order-1", 1, "Authorization", Shop.basic("test_sk_other"))
                        .code())
                .isEqualTo("UNAUTHORIZED_KEY");
    }

    @ParameterizedTest
    @CsvSource({"'', order-1, 1", "p, short, 1", "p, order 1, 1", "p, order-1, 0", "p, order-1, -5"})
    void givenAWrongBody_whenConfirmed_thenInvalid(String key, String order, long amount) throws IOException {
        assertThat(shop.confirm(key, order, amount).code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void givenAnotherAmountThanThatOfTheCheckout_whenConfirmed_thenRefused() throws IOException {
        String key = checkout("order-1", 5_000);

        assertThat(shop.confirm(key, "order-1", 4_999).code()).isEqualTo("FORBIDDEN_REQUEST");
        assertThat(shop.confirm(key, "order-2", 5_000).code()).isEqualTo("FORBIDDEN_REQUEST");
        assertThat(shop.confirm(key, "order-1", 5_000).state()).isEqualTo("DONE");
    }

    @Test
    void givenAnAuthenticatedBuyer_whenTheShopIsTenMinutesLate_thenItIsExpired() throws IOException {
        String early = checkout("order-1", 100);
        String late = checkout("order-2", 100);
        clock.pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(shop.confirm(early, "order-1", 100).status()).isEqualTo(200);
        clock.pass(Duration.ofMillis(1));

        assertThat(shop.confirm(late, "order-2", 100).code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
        assertThat(shop.find(late).state()).isEqualTo("EXPIRED");
        assertThat(shop.find(early).state()).isEqualTo("DONE");
    }

    @Test
    void givenABuyerWhoDoesNotAuthenticate_whenHalfAnHourIsOver_thenItIsExpired() throws IOException {
        String key = shop.control("checkout", Map.of("orderId", "order-1", "amount", 100, "authenticated", false))
                .body()
                .path("paymentKey")
                .asString();
        assertThat(shop.confirm(key, "order-1", 100).code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
        clock.pass(Duration.ofMinutes(29));
        assertThat(shop.find(key).state()).isEqualTo("READY");
        clock.pass(Duration.ofMinutes(1));
        assertThat(shop.find(key).state()).isEqualTo("EXPIRED");
    }

    @Test
    void givenACheckoutThatWaits_whenTheBuyerAuthenticates_thenItCanBeConfirmed() throws IOException {
        String key = shop.control("checkout", Map.of("orderId", "order-1", "amount", 100, "authenticated", false))
                .body()
                .path("paymentKey")
                .asString();

        assertThat(shop.control("authenticate", Map.of("paymentKey", key)).status())
                .isEqualTo(200);
        assertThat(shop.confirm(key, "order-1", 100).state()).isEqualTo("DONE");
    }

    @Test
    void givenADonePayment_whenCancelledInParts_thenTheBalanceFallsToNothingAndNotBelow() throws IOException {
        shop.confirm("pay-1", "order-1", 1_000);

        Told part = shop.cancel("pay-1", 400);
        assertThat(part.state()).isEqualTo("PARTIAL_CANCELED");
        assertThat(part.body().path("balanceAmount").asLong()).isEqualTo(600);
        assertThat(part.body().path("cancels").get(0).path("cancelReason").asString())
                .isEqualTo("changed my mind");
        assertThat(shop.cancel("pay-1", 601).code()).isEqualTo("NOT_CANCELABLE_AMOUNT");
        assertThat(shop.cancelAll("pay-1").state()).isEqualTo("CANCELED");
        assertThat(shop.cancelAll("pay-1").code()).isEqualTo("ALREADY_CANCELED_PAYMENT");
        assertThat(shop.captured().get(0).path("captured").asLong()).isEqualTo(1_000);
        assertThat(shop.captured().get(0).path("cancelled").asLong()).isEqualTo(1_000);
    }

    @Test
    void givenNothingTaken_whenCancelled_thenRefused() throws IOException {
        String key = checkout("order-1", 100);

        assertThat(shop.cancelAll(key).code()).isEqualTo("NOT_CANCELABLE_PAYMENT");
        assertThat(shop.cancelAll("none").code()).isEqualTo("NOT_FOUND_PAYMENT");
        assertThat(shop.post("/v1/payments/" + key + "/cancel", "{}").code()).isEqualTo("INVALID_REQUEST");
        assertThat(shop.captured()).isEmpty();
    }
}
