package io.firstcome.command.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.payment.api.PaymentCommand.RequestPayment;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentMethod;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPaymentTest {

    private final FixtureConfiguration<Payment> fixture = Paying.fixture();

    private static RequestPayment request(long amount, PaymentMethod method, long points, @Nullable String key) {
        return new RequestPayment(
                Paying.ID, Paying.ORDER, Paying.USER, amount, 0, null, method, points, key, Paying.AT);
    }

    @ParameterizedTest
    @CsvSource({
        "POINT, 10000, 0, 10000, 0",
        "CARD, 10000, 0, 0, 10000",
        "CARD, 10000, 1, 1, 9999",
        "CARD, 10000, 9999, 9999, 1",
        "CARD, 10000, 10000, 10000, 0",
        "CARD, 10000, 10001, 10000, 0",
        "CARD, 1, 0, 0, 1"
    })
    void givenMethodAndPoints_whenRequested_thenTheAmountIsSplit(
            PaymentMethod method, long amount, long given, long points, long card) {
        String key = method == PaymentMethod.CARD ? Paying.KEY : null;

        fixture.givenNoPriorActivity()
                .when(request(amount, method, given, key))
                .expectEvents(new PaymentRequested(
                        Paying.ID,
                        Paying.ORDER,
                        Paying.USER,
                        amount,
                        0,
                        null,
                        points,
                        card,
                        card == 0 ? null : key,
                        Paying.AT));
        assertThat(points + card).isEqualTo(amount);
    }

    @Test
    void givenACouponOfAllOfIt_whenRequested_thenItIsApprovedAtOnce() {
        Paying nothing = new Paying(0, 0);

        fixture.givenNoPriorActivity().when(nothing.request()).expectEvents(nothing.requested(), nothing.approved());
        assertThat(nothing.requested().coupon()).isEqualTo(Paying.COUPON);
    }

    @Test
    void givenARequestedPayment_whenRequestedAgain_thenNothingHappens() {
        Paying paying = new Paying(300, 700);

        fixture.given(paying.requested()).when(paying.request()).expectNoEvents();
        fixture.given(paying.requested(), Paying.declined(300))
                .when(new Paying(1, 1).request())
                .expectNoEvents();
        assertThat(paying.request()).isNotEqualTo(new Paying(1, 1).request());
    }

    @Test
    void givenWhatMakesNoSense_whenRequested_thenTheCommandCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> request(-1, PaymentMethod.POINT, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> request(1, PaymentMethod.CARD, -1, Paying.KEY));
        assertThatIllegalArgumentException().isThrownBy(() -> request(2, PaymentMethod.CARD, 1, null));
        assertThat(request(2, PaymentMethod.CARD, 2, null).paymentKey()).isNull();
    }
}
