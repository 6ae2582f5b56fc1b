package io.firstcome.command.coupon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.Checked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloseCouponRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u3000", "\u2003\n\u00a0"})
    void givenReasonOfWhiteSpace_whenChecked_thenItIsInvalid(String reason) {
        assertThat(Checked.fields(new CloseCouponRequest(reason))).containsExactly("reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sold elsewhere", "\n판매\u3000"})
    void givenReasonWithText_whenChecked_thenItIsTaken(String reason) {
        assertThat(Checked.fields(new CloseCouponRequest(reason))).isEmpty();
    }
}
