package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Campaign.NOW;
import static io.firstcome.command.coupon.domain.Campaign.TICK;

import io.firstcome.command.coupon.api.CouponCommand.CountPieces;
import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class CountPiecesTest {

    private static final Instant CLOSING = NOW.plus(Duration.ofHours(1));

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();

    private static CountPieces count(Instant at) {
        return new CountPieces(Campaign.ID, at);
    }

    private static void expectCount(long left, ResultValidator<Coupon> answer) {
        answer.expectSuccessfulHandlerExecution().expectNoEvents().expectResultMessagePayload(left);
    }

    @Test
    void givenPieces_whenSomeAreIssued_thenTheOthersAreLeft() {
        Campaign campaign = Campaign.of(3);

        expectCount(3, fixture.given(campaign.created()).when(count(NOW)));
        expectCount(
                1,
                fixture.given(campaign.created(), campaign.issued("anna", 1), campaign.issued("ben", 2))
                        .when(count(NOW)));
    }

    @Test
    void givenSoldOutCampaign_whenCounted_thenNoneIsLeft() {
        Campaign campaign = Campaign.of(1);

        expectCount(
                0, fixture.given(campaign.created(), campaign.issued("anna", 1)).when(count(NOW)));
    }

    /** A piece is issued for good, whatever is done with it. */
    @Test
    void givenRedeemedAndRestoredPiece_whenCounted_thenItIsStillIssued() {
        Campaign campaign = Campaign.of(2);
        RedeemCoupon redeem = campaign.redeem("anna", 1, "p1");

        expectCount(
                1,
                fixture.given(campaign.created(), campaign.issued("anna", 1))
                        .andGivenCommands(redeem)
                        .when(count(NOW)));
        expectCount(
                1,
                fixture.given(campaign.created(), campaign.issued("anna", 1))
                        .andGivenCommands(redeem, Campaign.restore("anna", 1, "p1"))
                        .when(count(NOW)));
    }

    @Test
    void givenClosedCampaign_whenCounted_thenNoneIsLeft() {
        expectCount(
                0, fixture.given(Campaign.of(3).created(), Campaign.closed()).when(count(NOW)));
    }

    @Test
    void givenWindow_whenItIsOver_thenNoneIsLeft() {
        Campaign campaign = Campaign.of(3).window(NOW, CLOSING);

        expectCount(3, fixture.given(campaign.created()).when(count(CLOSING.minus(TICK))));
        expectCount(0, fixture.given(campaign.created()).when(count(CLOSING)));
    }

    /** Those who wait in front of a campaign of later wait for its pieces. */
    @Test
    void givenWindowOfLater_whenCountedBefore_thenAllAreLeft() {
        Campaign campaign = Campaign.of(3).window(NOW, CLOSING);

        expectCount(3, fixture.given(campaign.created()).when(count(NOW.minus(TICK))));
    }

    @Test
    void givenNoCoupon_whenCounted_thenItIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(count(NOW))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
