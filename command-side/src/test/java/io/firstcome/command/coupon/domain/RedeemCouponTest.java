package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Campaign.NOW;
import static io.firstcome.command.coupon.domain.Campaign.TICK;
import static io.firstcome.command.coupon.domain.Campaign.redeem;
import static io.firstcome.command.coupon.domain.Campaign.redeemed;
import static io.firstcome.command.coupon.domain.Campaign.refused;
import static io.firstcome.command.coupon.domain.Campaign.restore;
import static io.firstcome.command.coupon.domain.Campaign.restored;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedeemCouponTest {

    private static final Instant EXPIRY = NOW.plus(Duration.ofDays(10));

    private final FixtureConfiguration<Coupon> fixture = Fixtures.coupon();
    private final Campaign campaign = Campaign.of(5);

    private TestExecutor<Coupon> givenTwoIssued() {
        return fixture.given(campaign.created(), campaign.issued("1", 1), campaign.issued("2", 2));
    }

    /** Ten percent, at most 5,000, rounded down. */
    @ParameterizedTest
    @CsvSource({"20000,2000", "20009,2000", "49999,4999", "50000,5000", "50010,5000", "9223372036854775807,5000"})
    void givenIssuedPiece_whenRedeemed_thenItTakesItsPart(long orderAmount, long discount) {
        RedeemCoupon command = redeem("1", 1, "p1", orderAmount, NOW, EXPIRY);

        givenTwoIssued().when(command).expectSuccessfulHandlerExecution().expectEvents(redeemed(command, discount));
    }

    @Test
    void givenLastInstantOfValidity_whenRedeemed_thenItTakesItsPart() {
        RedeemCoupon command = campaign.redeem("1", 1, "p1");

        givenTwoIssued().when(command).expectEvents(redeemed(command, 2_000));
    }

    @Test
    void givenInstantOfExpiry_whenRedeemed_thenItIsRefused() {
        RedeemCoupon command = redeem("1", 1, "p1", 20_000, EXPIRY, EXPIRY);

        givenTwoIssued().when(command).expectSuccessfulHandlerExecution().expectEvents(refused(command));
    }

    @Test
    void givenOrderThatCostsTooLittle_whenRedeemed_thenItIsRefused() {
        RedeemCoupon command = redeem("1", 1, "p1", Campaign.MIN_ORDER_AMOUNT - 1, NOW, EXPIRY);

        givenTwoIssued().when(command).expectEvents(refused(command));
    }

    /** Whatever the command says of a piece: the coupon knows whose it is, and which are. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void givenUserWithoutAPiece_whenRedeemed_thenItIsRefused(int serial) {
        RedeemCoupon command = redeem("3", serial, "p1", 20_000, NOW, EXPIRY);

        givenTwoIssued().when(command).expectEvents(refused(command));
    }

    private TestExecutor<Coupon> givenThreeOfOneUser() {
        Campaign two = campaign.limitPerUser(3);
        return fixture.given(
                two.created(),
                two.issued("1", 1, NOW.plusSeconds(1)),
                two.issued("1", 2, NOW),
                two.issued("1", 3, NOW.plusSeconds(1)));
    }

    @Test
    void givenTwoPaymentsThatChoseTheSamePiece_whenRedeemed_thenEachGetsOne() {
        RedeemCoupon first = redeem("1", 2, "p1", 20_000, NOW, EXPIRY);
        RedeemCoupon second = redeem("1", 2, "p2", 20_000, NOW, EXPIRY);
        RedeemCoupon third = redeem("1", 2, "p3", 20_000, NOW, EXPIRY);
        RedeemCoupon fourth = redeem("1", 2, "p4", 20_000, NOW, EXPIRY);

        givenThreeOfOneUser().when(first).expectEvents(redeemed(first, 2, 2_000));
        givenThreeOfOneUser().andGivenCommands(first).when(second).expectEvents(redeemed(second, 1, 2_000));
        givenThreeOfOneUser().andGivenCommands(first, second).when(third).expectEvents(redeemed(third, 3, 2_000));
        givenThreeOfOneUser()
                .andGivenCommands(first, second, third)
                .when(fourth)
                .expectEvents(refused(fourth));
    }

    @Test
    void givenPaymentThatGotAnotherPiece_whenSaidAgain_thenNothing() {
        RedeemCoupon first = redeem("1", 2, "p1", 20_000, NOW, EXPIRY);
        RedeemCoupon second = redeem("1", 2, "p2", 20_000, NOW, EXPIRY);

        givenThreeOfOneUser().andGivenCommands(first, second).when(second).expectNoEvents();
        givenThreeOfOneUser().andGivenCommands(first, second).when(first).expectNoEvents();
    }

    @Test
    void givenPaymentThatGotAnotherPiece_whenRestored_thenItIsThatOneThatComesBack() {
        RedeemCoupon first = redeem("1", 2, "p1", 20_000, NOW, EXPIRY);
        RedeemCoupon second = redeem("1", 2, "p2", 20_000, NOW, EXPIRY);
        RedeemCoupon later = redeem("1", 3, "p3", 20_000, NOW, EXPIRY);

        givenThreeOfOneUser()
                .andGivenCommands(first, second)
                .when(restore("1", 2, "p2"))
                .expectEvents(restored(restore("1", 2, "p2"), 1));
        givenThreeOfOneUser()
                .andGivenCommands(first, second, restore("1", 2, "p2"))
                .when(later)
                .expectEvents(redeemed(later, 1, 2_000));
    }

    @Test
    void givenPieceThatHasExpired_whenRedeemed_thenAnotherThatHasNotIsTaken() {
        RedeemCoupon command = redeem("1", 2, "p1", 20_000, EXPIRY, EXPIRY);

        givenThreeOfOneUser().when(command).expectEvents(redeemed(command, 1, 2_000));
    }

    /** A piece is not used up for nothing. */
    @ParameterizedTest
    @CsvSource({
        "PERCENT,1,50",
        "PERCENT,1,99",
        "PERCENT,1,0",
        "PERCENT,100,0",
        "FIXED,1000,0",
    })
    void givenDiscountThatTakesNothingOff_whenRedeemed_thenItIsRefusedAndStays(
            Discount.Type type, long value, long orderAmount) {
        Campaign any = campaign.taking(new Discount(type, value, null), 0);
        RedeemCoupon command = redeem("1", 1, "p1", orderAmount, NOW, EXPIRY);
        RedeemCoupon larger = redeem("1", 1, "p2", 20_000, NOW, EXPIRY);

        fixture.given(any.created(), any.issued("1", 1)).when(command).expectEvents(refused(command));
        fixture.given(any.created(), any.issued("1", 1))
                .andGivenCommands(command)
                .when(larger)
                .expectEvents(redeemed(larger, new Discount(type, value, null).on(20_000)));
    }

    @ParameterizedTest
    @CsvSource({"PERCENT,1,100,1", "PERCENT,1,199,1", "PERCENT,100,1,1", "FIXED,1000,1,1", "FIXED,1,20000,1"})
    void givenDiscountThatTakesOneOff_whenRedeemed_thenItDoes(
            Discount.Type type, long value, long orderAmount, long discount) {
        Campaign any = campaign.taking(new Discount(type, value, null), 0);
        RedeemCoupon command = redeem("1", 1, "p1", orderAmount, NOW, EXPIRY);

        fixture.given(any.created(), any.issued("1", 1)).when(command).expectEvents(redeemed(command, discount));
    }

    @Test
    void givenRedeemedPiece_whenRedeemedForAnotherPayment_thenItIsRefused() {
        RedeemCoupon first = campaign.redeem("1", 1, "p1");
        RedeemCoupon second = campaign.redeem("1", 1, "p2");

        givenTwoIssued().andGiven(redeemed(first, 2_000)).when(second).expectEvents(refused(second));
    }

    @Test
    void givenRedeemedPiece_whenSaidAgain_thenNothing() {
        RedeemCoupon command = campaign.redeem("1", 1, "p1");

        givenTwoIssued()
                .andGiven(redeemed(command, 2_000))
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenRefusedPayment_whenSaidAgain_thenNothing() {
        RedeemCoupon command = redeem("1", 1, "p1", 0, NOW, EXPIRY);

        givenTwoIssued()
                .andGiven(refused(command))
                .when(campaign.redeem("1", 1, "p1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenRestoredPayment_whenSaidAgain_thenNothing() {
        RedeemCoupon command = campaign.redeem("1", 1, "p1");

        givenTwoIssued()
                .andGiven(redeemed(command, 2_000), restored(restore("1", 1, "p1")))
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenPaymentThatRedeemedOnePiece_whenItAsksForAnother_thenNothing() {
        givenTwoIssued()
                .andGiven(redeemed(campaign.redeem("1", 1, "p1"), 2_000))
                .when(campaign.redeem("1", 2, "p1"))
                .expectNoEvents();
    }

    @Test
    void givenRestoredPiece_whenRedeemedForAnotherPayment_thenItTakesItsPart() {
        RedeemCoupon second = campaign.redeem("1", 1, "p2");

        givenTwoIssued()
                .andGiven(redeemed(campaign.redeem("1", 1, "p1"), 2_000), restored(restore("1", 1, "p1")))
                .when(second)
                .expectEvents(redeemed(second, 2_000));
    }

    @Test
    void givenClosedAndSoldOutCampaign_whenRedeemed_thenItTakesItsPart() {
        Campaign one = Campaign.of(1).window(NOW, NOW.plus(TICK));
        RedeemCoupon command = one.redeem("1", 1, "p1");

        fixture.given(one.created(), one.issued("1", 1), Campaign.closed())
                .when(command)
                .expectEvents(redeemed(command, 2_000));
    }

    @Test
    void givenNoCoupon_whenRedeemed_thenItIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(campaign.redeem("1", 1, "p1"))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void givenPieceOfAnotherCoupon_whenAsked_thenThereIsNoSuchCommand() {
        CouponPiece piece = new CouponPiece(new CouponId("2"), 1, EXPIRY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedeemCoupon(
                        Campaign.ID, new UserId("1"), piece, new PaymentId("p1"), new OrderId("o1"), 20_000, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> redeem("1", 1, "p1", -1, NOW, EXPIRY));
    }
}
