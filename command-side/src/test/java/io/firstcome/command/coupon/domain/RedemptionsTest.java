package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.events.payment.PaymentId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedemptionsTest {

    private static final int MANY = 10_000;

    private static Redemptions many() {
        Redemptions redemptions = new Redemptions();
        IntStream.rangeClosed(1, MANY).forEach(serial -> redemptions.redeem(payment(serial), serial));
        IntStream.rangeClosed(1, MANY / 2).forEach(serial -> redemptions.restore(payment(serial), serial));
        redemptions.refuse(new PaymentId("refused"));
        return redemptions;
    }

    private static PaymentId payment(int serial) {
        return new PaymentId("p" + serial);
    }

    @Test
    void givenMany_whenWrittenAndRead_thenEachIsAsItWas() {
        Redemptions read = Redemptions.fromBytes(many().toBytes());

        assertThat(read).isEqualTo(many()).hasSameHashCodeAs(many()).isNotEqualTo(new Redemptions());
        assertThat(read.isDecided(new PaymentId("refused"))).isTrue();
        assertThat(read.redeemedBy(new PaymentId("refused"))).isZero();
        assertThat(read.isDecided(new PaymentId("other"))).isFalse();
        assertThat(read.redeemedBy(new PaymentId("other"))).isZero();
        assertThat(IntStream.rangeClosed(1, MANY)).allSatisfy(serial -> {
            boolean restored = serial <= MANY / 2;
            assertThat(read.isDecided(payment(serial))).isTrue();
            assertThat(read.isRedeemed(serial)).isNotEqualTo(restored);
            assertThat(read.redeemedBy(payment(serial))).isEqualTo(restored ? 0 : serial);
        });
    }

    @Test
    void givenMany_whenWritten_thenTheyTakeSomeBytesEach() {
        assertThat(many().toBytes().length).isLessThan(MANY * 30);
    }

    @Test
    void givenBytesOfSomethingElse_whenRead_thenItFails() {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> Redemptions.fromBytes(new byte[] {1, 2, 3}));
    }
}
