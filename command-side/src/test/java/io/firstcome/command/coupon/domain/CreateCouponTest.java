package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Fixtures.refusal;

import io.firstcome.contract.CouponErrorCode;
import io.firstcome.events.coupon.Tier;
import java.time.Duration;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CreateCouponTest {

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();

    @Test
    void givenNothing_whenCreated_thenItIsSetUpAsAsked() {
        Campaign campaign = Campaign.of(1_000);

        fixture.givenNoPriorActivity()
                .when(campaign.create())
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(campaign.created())
                .expectEvents(campaign.created());
    }

    @Test
    void givenNothing_whenCreatedWithEveryRule_thenTheEventCarriesThem() {
        Campaign campaign = Campaign.of(5)
                .limitPerUser(3)
                .validDays(30)
                .window(Campaign.NOW, Campaign.NOW.plus(Duration.ofHours(1)))
                .requiring(Tier.GOLD);

        fixture.givenNoPriorActivity().when(campaign.create()).expectEvents(campaign.created());
    }

    @Test
    void givenCoupon_whenCreatedAgain_thenItExists() {
        Campaign campaign = Campaign.of(1_000);

        fixture.given(campaign.created())
                .when(campaign.create())
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_EXISTS));
    }

    @Test
    void givenCouponOfOtherRules_whenCreatedAgain_thenItKeepsItsRules() {
        fixture.given(Campaign.of(2).created())
                .when(Campaign.of(9).create())
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_EXISTS));
        fixture.given(
                        Campaign.of(2).created(),
                        Campaign.of(2).issued("1", 1),
                        Campaign.of(2).issued("2", 2))
                .when(Campaign.issue("3"))
                .expectException(refusal(CouponErrorCode.COUPON_SOLD_OUT));
    }

    @Test
    void givenClosedCoupon_whenCreatedAgain_thenItExists() {
        Campaign campaign = Campaign.of(1_000);

        fixture.given(campaign.created(), campaign.issued("1", 1), Campaign.closed())
                .when(campaign.create())
                .expectNoEvents()
                .expectException(refusal(CouponErrorCode.COUPON_EXISTS));
    }
}
