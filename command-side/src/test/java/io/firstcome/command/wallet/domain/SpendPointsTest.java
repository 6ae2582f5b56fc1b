package io.firstcome.command.wallet.domain;

import static io.firstcome.command.wallet.domain.Points.charged;
import static io.firstcome.command.wallet.domain.Points.refund;
import static io.firstcome.command.wallet.domain.Points.refunded;
import static io.firstcome.command.wallet.domain.Points.refused;
import static io.firstcome.command.wallet.domain.Points.spend;
import static io.firstcome.command.wallet.domain.Points.spent;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spending, and what comes back of it. */
class SpendPointsTest {

    private final FixtureConfiguration<Wallet> fixture = new AggregateTestFixture<>(Wallet.class);

    @ParameterizedTest
    @ValueSource(longs = {1, 4_999, 5_000})
    void givenEnough_whenSpent_thenTheyAreGone(long amount) {
        fixture.given(charged(5_000, 5_000, 5_000))
                .when(spend("p1", amount))
                .expectSuccessfulHandlerExecution()
                .expectEvents(spent("p1", amount, 5_000 - amount));
    }

    @ParameterizedTest
    @ValueSource(longs = {5_001, Long.MAX_VALUE})
    void givenTooFew_whenSpent_thenThePaymentIsTold(long amount) {
        fixture.given(charged(5_000, 5_000, 5_000))
                .when(spend("p1", amount))
                .expectSuccessfulHandlerExecution()
                .expectEvents(refused("p1", amount, 5_000));
    }

    @Test
    void givenNoWallet_whenSpent_thenThePaymentIsTold() {
        fixture.givenNoPriorActivity()
                .when(spend("p1", 1))
                .expectSuccessfulHandlerExecution()
                .expectEvents(refused("p1", 1, 0));
    }

    @Test
    void givenSpentPayment_whenSaidAgain_thenNothing() {
        fixture.given(charged(5_000, 5_000, 5_000), spent("p1", 1_000, 4_000))
                .when(spend("p1", 1_000))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    /** Though there would be enough by now: the payment was told and has ended. */
    @Test
    void givenRefusedPayment_whenSaidAgain_thenNothing() {
        fixture.given(refused("p1", 1_000, 0), charged(5_000, 5_000, 5_000))
                .when(spend("p1", 1_000))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenPaymentThatGotAllBack_whenSaidAgain_thenNothing() {
        fixture.given(charged(5_000, 5_000, 5_000), spent("p1", 1_000, 4_000), refunded("p1", "r1", 1_000, 5_000))
                .when(spend("p1", 1_000))
                .expectNoEvents();
    }

    @Test
    void givenSpentPayment_whenRefunded_thenTheyAreBack() {
        fixture.given(charged(5_000, 5_000, 5_000), spent("p1", 1_000, 4_000))
                .when(refund("p1", "r1", 1_000))
                .expectSuccessfulHandlerExecution()
                .expectEvents(refunded("p1", "r1", 1_000, 5_000));
    }

    @Test
    void givenRefund_whenSaidAgain_thenNothing() {
        fixture.given(charged(5_000, 5_000, 5_000), spent("p1", 1_000, 4_000), refunded("p1", "r1", 400, 4_400))
                .when(refund("p1", "r1", 400))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenRefundOfAPart_whenTheRestIsRefunded_thenItIsBack() {
        fixture.given(charged(5_000, 5_000, 5_000), spent("p1", 1_000, 4_000), refunded("p1", "r1", 400, 4_400))
                .when(refund("p1", "r2", 600))
                .expectEvents(refunded("p1", "r2", 600, 5_000));
    }

    @Test
    void givenRefundOfAPart_whenMoreThanTheRestIsRefunded_thenNothing() {
        fixture.given(charged(5_000, 5_000, 5_000), spent("p1", 1_000, 4_000), refunded("p1", "r1", 400, 4_400))
                .when(refund("p1", "r2", 601))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenTwoPayments_whenTheirRefundsHaveOneName_thenEachIsMade() {
        fixture.given(
                        charged(5_000, 5_000, 5_000),
                        spent("p1", 1_000, 4_000),
                        spent("p2", 1_000, 3_000),
                        refunded("p1", "r", 1_000, 4_000))
                .when(refund("p2", "r", 1_000))
                .expectEvents(refunded("p2", "r", 1_000, 5_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p2", "p3"})
    void givenPaymentThatSpentNothing_whenRefunded_thenNothing(String payment) {
        fixture.given(charged(5_000, 5_000, 5_000), spent("p1", 1_000, 4_000), refused("p2", 9_000, 4_000))
                .when(refund(payment, "r1", 1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenNoWallet_whenRefunded_thenItIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(refund("p1", "r1", 1))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0})
    void givenNoAmount_whenAsked_thenThereIsNoSuchCommand(long amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> spend("p1", amount));
        assertThatIllegalArgumentException().isThrownBy(() -> refund("p1", "r1", amount));
    }
}
