package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every history. {@link CouponPropertiesControlTest} shows that these checks notice a fault. */
class CouponPropertiesTest {

    private static final int TRIES = 100;

    @Provide
    Arbitrary<History> histories() {
        return History.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenDecided_thenTheInvariantsHold(@ForAll("histories") History history) {
        assertThat(Invariants.violations(history, history.sentTo(new AxonCoupons())))
                .isEmpty();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenDecided_thenTheNaiveModelDecidesTheSame(@ForAll("histories") History history) {
        assertThat(history.sentTo(new AxonCoupons())).isEqualTo(history.sentTo(new NaiveCoupon()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenSnapshotAtAnyPoint_whenDecided_thenNoLaterDecisionChanges(
            @ForAll("histories") History history, @ForAll @IntRange(max = History.MAX_COMMANDS) int count) {
        assertThat(history.sentTo(new AxonCoupons(), count)).isEqualTo(history.sentTo(new NaiveCoupon()));
    }
}
