package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Fixtures.refusal;

import io.firstcome.contract.CouponErrorCode;
import io.firstcome.events.coupon.Tier;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueTierTest {

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();

    @ParameterizedTest
    @CsvSource({
        "BASIC,BASIC",
        "BASIC,SILVER",
        "BASIC,GOLD",
        "BASIC,VIP",
        "SILVER,SILVER",
        "SILVER,GOLD",
        "SILVER,VIP",
        "GOLD,GOLD",
        "GOLD,VIP",
        "VIP,VIP",
        ",",
        ",BASIC",
        ",VIP"
    })
    void givenTier_whenUserHasReachedIt_thenIssued(@Nullable Tier required, @Nullable Tier has) {
        Campaign campaign = Campaign.of(1).requiring(required);

        fixture.given(campaign.created()).when(Campaign.issue("1", has)).expectEvents(campaign.issued("1", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "BASIC,",
        "SILVER,",
        "SILVER,BASIC",
        "GOLD,",
        "GOLD,BASIC",
        "GOLD,SILVER",
        "VIP,",
        "VIP,BASIC",
        "VIP,SILVER",
        "VIP,GOLD"
    })
    void givenTier_whenUserIsBelowIt_thenRefused(Tier required, @Nullable Tier has) {
        fixture.given(Campaign.of(1).requiring(required).created())
                .when(Campaign.issue("1", has))
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_TIER_REQUIRED));
    }
}
