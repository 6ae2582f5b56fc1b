package io.firstcome.command.coupon.domain;

import static io.firstcome.command.coupon.domain.Campaign.NOW;
import static io.firstcome.command.coupon.domain.Campaign.TICK;
import static io.firstcome.command.coupon.domain.Campaign.redeem;
import static io.firstcome.command.coupon.domain.Campaign.redeemed;
import static io.firstcome.command.coupon.domain.Campaign.refused;
import static io.firstcome.command.coupon.domain.Campaign.restore;
import static io.firstcome.command.coupon.domain.Campaign.restored;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.coupon.api.RedeemCoupon;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
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

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void givenSerialThatWasNotIssued_whenRedeemed_thenItIsRefused(int serial) {
        RedeemCoupon command = redeem("1", serial, "p1", 20_000, NOW, EXPIRY);

        givenTwoIssued().when(command).expectEvents(refused(command));
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
