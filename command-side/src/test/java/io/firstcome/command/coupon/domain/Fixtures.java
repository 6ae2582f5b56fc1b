package io.firstcome.command.coupon.domain;

import io.firstcome.contract.CouponErrorCode;
import io.firstcome.contract.RejectedException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;

/** Given-when-then on the coupon. */
final class Fixtures {

    private Fixtures() {}

    static FixtureConfiguration<Coupon> coupon() {
        return new AggregateTestFixture<>(Coupon.class);
    }

    /** Expects the rejection of exactly this code. */
    static Matcher<Throwable> refusal(CouponErrorCode code) {
        return Matchers.matches(thrown -> thrown instanceof RejectedException rejection && rejection.code() == code);
    }
}
