package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Campaign.NOW;
import static io.firstcome.command.coupon.domain.Campaign.redeem;
import static io.firstcome.command.coupon.domain.Campaign.restore;

import io.firstcome.command.coupon.api.CouponCommand.ChoosePiece;
import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ChoosePieceTest {

    private static final Instant EXPIRY = NOW.plus(Duration.ofDays(10));
    private static final CouponPiece FIRST = new CouponPiece(Campaign.ID, 1, EXPIRY.plusSeconds(1));
    private static final CouponPiece THIRD = new CouponPiece(Campaign.ID, 3, EXPIRY);

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();

    /** The first and the third are Anna's, the third expires sooner. */
    private TestExecutor<Coupon> givenPieces() {
        Campaign campaign = Campaign.of(3).limitPerUser(2);
        return fixture.given(
                campaign.created(),
                campaign.issued("anna", 1, NOW.plusSeconds(1)),
                campaign.issued("ben", 2),
                campaign.issued("anna", 3));
    }

    private static ChoosePiece choose(String user, Instant at) {
        return new ChoosePiece(Campaign.ID, new UserId(user), at);
    }

    @Test
    void givenTwoPieces_whenAsked_thenTheFirstToExpireAndNothingHappens() {
        givenPieces()
                .when(choose("anna", NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents()
                .expectResultMessagePayload(THIRD);
    }

    @Test
    void givenPieceThatHasExpired_whenAsked_thenTheOther() {
        givenPieces().when(choose("anna", EXPIRY)).expectNoEvents().expectResultMessagePayload(FIRST);
        givenPieces()
                .when(choose("anna", EXPIRY.plusSeconds(1)))
                .expectNoEvents()
                .expectResultMessagePayload(null);
    }

    @Test
    void givenRedeemedPiece_whenAsked_thenTheOtherUntilItIsRestored() {
        RedeemCoupon redeem = redeem("anna", 3, "p1", 20_000, NOW, EXPIRY);

        givenPieces()
                .andGivenCommands(redeem)
                .when(choose("anna", NOW))
                .expectNoEvents()
                .expectResultMessagePayload(FIRST);
        givenPieces()
                .andGivenCommands(redeem, restore("anna", 3, "p1"))
                .when(choose("anna", NOW))
                .expectNoEvents()
                .expectResultMessagePayload(THIRD);
    }

    @Test
    void givenUserWithoutAPiece_whenAsked_thenNone() {
        givenPieces().when(choose("carl", NOW)).expectNoEvents().expectResultMessagePayload(null);
    }

    @Test
    void givenNoCoupon_whenAsked_thenItIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(choose("anna", NOW))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
