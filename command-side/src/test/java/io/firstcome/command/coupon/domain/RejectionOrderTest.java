package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Campaign.NOW;
import static io.firstcome.command.coupon.domain.Fixtures.refusal;

import io.firstcome.command.PowerSet;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever rules are broken at once, the one told is the first of this order. */
class RejectionOrderTest {

    private static final List<CouponErrorCode> ORDER = List.of(
            CouponErrorCode.COUPON_CLOSED,
            CouponErrorCode.COUPON_NOT_OPEN,
            CouponErrorCode.COUPON_TIER_REQUIRED,
            CouponErrorCode.COUPON_ALREADY_ISSUED,
            CouponErrorCode.COUPON_SOLD_OUT);

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();

    static Stream<List<CouponErrorCode>> brokenRules() {
        return PowerSet.notEmpty(ORDER);
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void givenBrokenRules_whenIssued_thenTheFirstIsTold(List<CouponErrorCode> broken) {
        Campaign campaign = Campaign.of(broken.contains(CouponErrorCode.COUPON_SOLD_OUT) ? 1 : 9)
                .window(NOW, null)
                .requiring(Tier.GOLD);
        String holder = broken.contains(CouponErrorCode.COUPON_ALREADY_ISSUED) ? "asking" : "another";
        List<CouponEvent> history = new ArrayList<>(List.of(campaign.created(), campaign.issued(holder, 1)));
        if (broken.contains(CouponErrorCode.COUPON_CLOSED)) {
            history.add(Campaign.closed());
        }
        IssueCoupon command = new IssueCoupon(
                Campaign.ID,
                new UserId("asking"),
                broken.contains(CouponErrorCode.COUPON_TIER_REQUIRED) ? Tier.SILVER : Tier.GOLD,
                broken.contains(CouponErrorCode.COUPON_NOT_OPEN) ? NOW.minus(Campaign.TICK) : NOW);

        fixture.given(history).when(command).expectNoEvents().expectException(refusal(broken.get(0)));
    }
}
