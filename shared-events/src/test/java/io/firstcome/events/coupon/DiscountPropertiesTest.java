package io.firstcome.events.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;

/** What a discount takes off, beside numbers of any size. */
class DiscountPropertiesTest {

    @Property
    void givenPercent_whenTakenOff_thenItIsThePartRoundedDownWithinItsLimit(
            @ForAll @LongRange(min = 1, max = 100) long percent,
            @ForAll @LongRange(min = 1) @WithNull @Nullable Long maxAmount,
            @ForAll @LongRange(min = 0) long orderAmount) {
        BigInteger part = BigInteger.valueOf(orderAmount)
                .multiply(BigInteger.valueOf(percent))
                .divide(BigInteger.valueOf(100));
        BigInteger most = maxAmount == null ? part : BigInteger.valueOf(maxAmount);

        assertThat(new Discount(Discount.Type.PERCENT, percent, maxAmount).on(orderAmount))
                .isEqualTo(part.min(most).longValueExact());
    }

    @Property
    void givenFixedAmount_whenTakenOff_thenItIsAtMostWhatTheOrderCosts(
            @ForAll @LongRange(min = 1) long value, @ForAll @LongRange(min = 0) long orderAmount) {
        assertThat(new Discount(Discount.Type.FIXED, value, null).on(orderAmount))
                .isEqualTo(Math.min(value, orderAmount));
    }

    /** A coupon may bring the price to zero. */
    @Property
    void givenHundredPercent_whenTakenOff_thenNothingIsLeft(@ForAll @LongRange(min = 0) long orderAmount) {
        assertThat(new Discount(Discount.Type.PERCENT, 100, null).on(orderAmount))
                .isEqualTo(orderAmount);
    }

    /** The negative control: the plain product overflows where the discount does not. */
    @Example
    void givenLargeOrder_whenMultipliedFirst_thenItOverflows() {
        long orderAmount = Long.MAX_VALUE / 2;

        assertThat(orderAmount * 10 / 100).isNotEqualTo(new Discount(Discount.Type.PERCENT, 10, null).on(orderAmount));
    }

    @Example
    void givenNegativeOrder_whenTakenOff_thenItFails() {
        Discount discount = new Discount(Discount.Type.FIXED, 1, null);

        assertThatIllegalArgumentException().isThrownBy(() -> discount.on(-1));
    }
}
