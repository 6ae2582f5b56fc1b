package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Campaign.redeemed;
import static io.firstcome.command.coupon.domain.Campaign.refused;
import static io.firstcome.command.coupon.domain.Campaign.restore;
import static io.firstcome.command.coupon.domain.Campaign.restored;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class RestoreCouponTest {

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();
    private final Campaign campaign = Campaign.of(5);

    private TestExecutor<Coupon> givenFirstOfTwoRedeemed() {
        return fixture.given(
                campaign.created(),
                campaign.issued("1", 1),
                campaign.issued("2", 2),
                redeemed(campaign.redeem("1", 1, "p1"), 2_000));
    }

    @Test
    void givenRedeemedPiece_whenRestored_thenItMayBeUsedAgain() {
        givenFirstOfTwoRedeemed()
                .when(restore("1", 1, "p1"))
                .expectSuccessfulHandlerExecution()
                .expectEvents(restored(restore("1", 1, "p1")));
    }

    @Test
    void givenRestoredPiece_whenSaidAgain_thenNothing() {
        givenFirstOfTwoRedeemed()
                .andGiven(restored(restore("1", 1, "p1")))
                .when(restore("1", 1, "p1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenPieceThatAnotherPaymentHasRedeemedSince_whenSaidAgain_thenNothing() {
        givenFirstOfTwoRedeemed()
                .andGiven(restored(restore("1", 1, "p1")), redeemed(campaign.redeem("1", 1, "p2"), 2_000))
                .when(restore("1", 1, "p1"))
                .expectNoEvents();
    }

    @Test
    void givenPieceOfAnotherPayment_whenRestored_thenNothing() {
        givenFirstOfTwoRedeemed()
                .when(restore("1", 1, "p2"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenAnotherSerialThanWasRedeemed_whenRestored_thenItIsThePieceOfThePayment() {
        givenFirstOfTwoRedeemed().when(restore("1", 2, "p1")).expectEvents(restored(restore("1", 1, "p1")));
        givenFirstOfTwoRedeemed().when(restore("1", -1, "p1")).expectEvents(restored(restore("1", 1, "p1")));
    }

    @Test
    void givenRefusedPayment_whenRestored_thenNothing() {
        givenFirstOfTwoRedeemed()
                .andGiven(refused(campaign.redeem("1", 1, "p2")))
                .when(restore("1", 1, "p2"))
                .expectNoEvents();
        givenFirstOfTwoRedeemed()
                .andGiven(refused(campaign.redeem("1", 0, "p3")))
                .when(restore("1", 0, "p3"))
                .expectNoEvents();
    }

    @Test
    void givenClosedCampaign_whenRestored_thenItMayBeUsedAgain() {
        givenFirstOfTwoRedeemed()
                .andGiven(Campaign.closed())
                .when(restore("1", 1, "p1"))
                .expectEvents(restored(restore("1", 1, "p1")));
    }

    @Test
    void givenNoCoupon_whenRestored_thenItIsUnknown() {
        fixture.givenNoPriorActivity().when(restore("1", 1, "p1")).expectException(AggregateNotFoundException.class);
    }
}
