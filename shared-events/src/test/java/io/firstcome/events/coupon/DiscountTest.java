package io.firstcome.events.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountTest {

    @ParameterizedTest
    @CsvSource({"FIXED,1,", "FIXED,9223372036854775807,", "PERCENT,1,", "PERCENT,100,", "PERCENT,100,1"})
    void givenDiscountWithinItsBounds_whenMade_thenItIsAsGiven(
            Discount.Type type, long value, @Nullable Long maxAmount) {
        Discount discount = new Discount(type, value, maxAmount);

        assertThat(discount.type()).isEqualTo(type);
        assertThat(discount.value()).isEqualTo(value);
        assertThat(discount.maxAmount()).isEqualTo(maxAmount);
    }

    @ParameterizedTest
    @CsvSource({"FIXED,0,", "FIXED,-1,", "FIXED,1,1", "PERCENT,0,", "PERCENT,101,", "PERCENT,10,0", "PERCENT,10,-1"})
    void givenDiscountOutOfBounds_whenMade_thenItIsNone(Discount.Type type, long value, @Nullable Long maxAmount) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount(type, value, maxAmount));
    }
}
