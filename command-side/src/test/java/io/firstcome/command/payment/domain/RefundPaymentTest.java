package io.firstcome.command.payment.domain;

import static io.firstcome.command.payment.domain.Paying.cardRefunded;
import static io.firstcome.command.payment.domain.Paying.complete;
import static io.firstcome.command.payment.domain.Paying.fail;
import static io.firstcome.command.payment.domain.Paying.failed;
import static io.firstcome.command.payment.domain.Paying.owed;
import static io.firstcome.command.payment.domain.Paying.owedStill;
import static io.firstcome.command.payment.domain.Paying.pointsOf;
import static io.firstcome.command.payment.domain.Paying.recordCard;
import static io.firstcome.command.payment.domain.Paying.refund;
import static io.firstcome.command.payment.domain.Paying.refundAll;
import static io.firstcome.command.payment.domain.Paying.refundBy;
import static io.firstcome.command.payment.domain.Paying.refusal;
import static io.firstcome.command.payment.domain.Paying.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.contract.PaymentErrorCode;
import io.firstcome.events.UserId;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefundPaymentTest {

    private final FixtureConfiguration<Payment> fixture = Paying.fixture();
    private final Paying paying = new Paying(300, 700);

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "699, 0, 699", "700, 0, 700", "701, 1, 700", "1000, 300, 700"})
    void givenPointsAndCard_whenAPartIsRefunded_thenTheCardComesFirst(long amount, long points, long card) {
        fixture.given(paying.requested(), paying.approved())
                .when(refund("r", amount))
                .expectResultMessagePayload(started("r", points, card))
                .expectEvents(started("r", points, card));
        assertThat(points + card).isEqualTo(amount);
    }

    @Test
    void givenAPartUnderWay_whenAllIsRefunded_thenItIsAllThatIsLeftOfEach() {
        fixture.given(paying.requested(), paying.approved(), started("a", 0, 600))
                .when(refundAll("b"))
                .expectEvents(started("b", 300, 100));
        assertThat(paying.amount()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 401, 1_000, Long.MAX_VALUE, Long.MIN_VALUE})
    void givenAPartUnderWay_whenWrongAmountsAreAskedFor_thenRefused(long amount) {
        fixture.given(paying.requested(), paying.approved(), started("a", 0, 600))
                .when(refund("b", amount))
                .expectNoEvents()
                .expectException(refusal(PaymentErrorCode.NOT_REFUNDABLE));
        assertThat(amount < 1 || amount > 400).isTrue();
    }

    @Test
    void givenARefundThatFailed_whenAskedAnew_thenItsAmountIsFree() {
        fixture.given(paying.requested(), paying.approved(), started("a", 0, 600), failed("a", 600))
                .when(refundAll("b"))
                .expectEvents(started("b", 300, 700));
        assertThat(refundAll("b")).isNotEqualTo(refundAll("a"));
    }

    @Test
    void givenAKnownRefund_whenSaidAgain_thenNothingHappensWhateverBecameOfIt() {
        fixture.given(paying.requested(), paying.approved(), started("a", 0, 600))
                .when(refund("a", 600))
                .expectResultMessagePayload(null)
                .expectNoEvents();
        fixture.given(paying.requested(), paying.approved(), started("a", 0, 600), failed("a", 600))
                .when(refund("a", 600))
                .expectResultMessagePayload(null)
                .expectNoEvents();
        fixture.given(
                        paying.requested(),
                        paying.approved(),
                        started("a", 0, 600),
                        cardRefunded("a", 600, 0),
                        paying.refunded("a", 600, 600))
                .when(refund("a", 600))
                .expectResultMessagePayload(null)
                .expectNoEvents();
        assertThat(refund("a", 600).refundId()).isEqualTo(Paying.refund("a"));
    }

    /** The buyer takes the payment back and cancels the order at the same moment: the process comes second. */
    @Test
    void givenAllUnderWay_whenAllThatIsLeftIsRefunded_thenNothingHappens() {
        fixture.given(paying.requested(), paying.approved(), started("a", 300, 700))
                .when(refundAll("b"))
                .expectResultMessagePayload(null)
                .expectNoEvents();
        fixture.given(paying.requested(), paying.approved(), started("a", 300, 700))
                .when(refund("b", 1))
                .expectNoEvents()
                .expectException(refusal(PaymentErrorCode.NOT_REFUNDABLE));
        assertThat(refundAll("b").amount()).isNull();
    }

    @Test
    void givenAllGivenBack_whenAllThatIsLeftIsRefunded_thenNothingHappens() {
        fixture.given(
                        paying.requested(),
                        paying.approved(),
                        started("a", 300, 700),
                        cardRefunded("a", 700, 300),
                        paying.refunded("a", 1_000, 1_000))
                .when(refundAll("b"))
                .expectResultMessagePayload(null)
                .expectNoEvents();
        assertThat(paying.refunded("a", 1_000, 1_000).whole()).isTrue();
    }

    @Test
    void givenAPart_whenTheCardRefusesIt_thenNothingElseFollows() {
        fixture.given(paying.requested(), paying.approved(), started("a", 0, 600))
                .when(fail("a"))
                .expectEvents(failed("a", 600));
        assertThat(failed("a", 600).coupon()).isNull();
    }

    /** Points and coupon do not wait for the card. */
    @Test
    void givenAllAskedBack_whenTheCardRefuses_thenPointsAndCouponComeAlone() {
        fixture.given(paying.requested(), paying.approved(), started("a", 300, 700))
                .when(fail("a"))
                .expectEvents(owed("a", 700), pointsOf("a", 300));
        Paying byCard = new Paying(0, 500);
        fixture.given(byCard.requested(), byCard.approved(), started("a", 0, 500))
                .when(fail("a"))
                .expectEvents(owed("a", 500));
        assertThat(owed("a", 700).coupon()).isEqualTo(Paying.COUPON);
    }

    @Test
    void givenTheCardHasRefused_whenAskedAgain_thenItIsWholeAndPointsAndCouponCameOnce() {
        List<Object> refusedOnce = List.of(
                paying.requested(),
                paying.approved(),
                started("a", 300, 700),
                owed("a", 700),
                pointsOf("a", 300),
                paying.refunded("a-points", 300, 300));
        fixture.given(refusedOnce).when(refundAll("b")).expectEvents(started("b", 0, 700));
        fixture.given(refusedOnce)
                .andGiven(started("b", 0, 700))
                .when(fail("b"))
                .expectEvents(owedStill("b", 700));
        fixture.given(refusedOnce)
                .andGiven(started("b", 0, 700), cardRefunded("b", 700, 0))
                .when(complete("b"))
                .expectEvents(paying.refundedAfterAll("b", 700));
        assertThat(paying.refundedAfterAll("b", 700).coupon()).isNull();
    }

    /** What is free again is given back to the process that comes second, too. */
    @Test
    void givenTheFirstOfTwoHasFailed_whenAllThatIsLeftIsRefunded_thenItBegins() {
        fixture.given(paying.requested(), paying.approved(), started("a", 0, 700), started("b", 300, 0), owed("a", 700))
                .when(refundAll("c"))
                .expectEvents(started("c", 0, 700));
        assertThat(owed("a", 700).refundId()).isEqualTo(Paying.refund("a"));
    }

    @Test
    void givenAnotherUser_whenTheyAsk_thenThereIsNoSuchPayment() {
        fixture.given(paying.requested(), paying.approved())
                .when(refundBy(new UserId("2"), "r", 1))
                .expectNoEvents()
                .expectException(refusal(PaymentErrorCode.PAYMENT_NOT_FOUND));
        fixture.given(paying.requested(), paying.approved(), started("a", 0, 600))
                .when(refundBy(new UserId("2"), "a", 600))
                .expectNoEvents()
                .expectException(refusal(PaymentErrorCode.PAYMENT_NOT_FOUND));
        assertThat(Paying.USER).isNotEqualTo(new UserId("2"));
    }

    @Test
    void givenItsOwner_whenAsking_thenItBegins() {
        fixture.given(paying.requested(), paying.approved())
                .when(refundBy(Paying.USER, "r", 1))
                .expectEvents(started("r", 0, 1));
        assertThat(refundBy(Paying.USER, "r", 1).owner()).isEqualTo(Paying.USER);
    }

    @Test
    void givenAPaymentOfNothing_whenRefunded_thenItIsGivenBackWholeAtOnceAndOnce() {
        Paying nothing = new Paying(0, 0);

        fixture.given(nothing.requested(), nothing.approved())
                .when(refundAll("r"))
                .expectEvents(started("r", 0, 0), nothing.refunded("r", 0, 0));
        fixture.given(nothing.requested(), nothing.approved(), started("r", 0, 0), nothing.refunded("r", 0, 0))
                .when(refundAll("again"))
                .expectResultMessagePayload(null)
                .expectNoEvents();
        assertThat(nothing.refunded("r", 0, 0).whole()).isTrue();
    }

    @Test
    void givenSeveralRefunds_whenTheyEndInAnyOrder_thenTheLastMakesItWhole() {
        fixture.given(
                        paying.requested(),
                        paying.approved(),
                        started("a", 0, 600),
                        started("b", 300, 100),
                        cardRefunded("b", 100, 300),
                        cardRefunded("a", 600, 0),
                        paying.refunded("b", 400, 400))
                .when(complete("a"))
                .expectEvents(paying.refunded("a", 600, 1_000));
        assertThat(paying.refunded("a", 600, 1_000).coupon()).isEqualTo(Paying.COUPON);
        assertThat(paying.refunded("b", 400, 400).coupon()).isNull();
    }

    @Test
    void givenARefundByPointsAlone_whenCompleted_thenNoCardIsWaitedFor() {
        Paying points = new Paying(500, 0);

        fixture.given(points.requested(), points.approved(), started("r", 500, 0))
                .when(complete("r"))
                .expectEvents(points.refunded("r", 500, 500));
        fixture.given(points.requested(), points.approved(), started("r", 500, 0))
                .when(recordCard("r"))
                .expectNoEvents();
        fixture.given(points.requested(), points.approved(), started("r", 500, 0))
                .when(fail("r"))
                .expectNoEvents();
        assertThat(points.card()).isZero();
    }

    @Test
    void givenACardPartThatIsNotBack_whenCompleted_thenItIsAFaultAndNothingIsStored() {
        fixture.given(paying.requested(), paying.approved(), started("r", 300, 700))
                .when(complete("r"))
                .expectNoEvents()
                .expectException(IllegalStateException.class);
        assertThat(started("r", 300, 700).card()).isPositive();
    }

    @Test
    void givenACardPartThatIsBack_whenToldAgainOrToFail_thenNothingHappens() {
        fixture.given(paying.requested(), paying.approved(), started("r", 300, 700), cardRefunded("r", 700, 300))
                .when(recordCard("r"))
                .expectNoEvents();
        fixture.given(paying.requested(), paying.approved(), started("r", 300, 700), cardRefunded("r", 700, 300))
                .when(fail("r"))
                .expectNoEvents();
        assertThat(cardRefunded("r", 700, 300).points()).isEqualTo(300);
    }

    @Test
    void givenARefundThatEnded_whenToldAgain_thenNothingHappens() {
        for (Object command :
                new Object[] {complete("r"), recordCard("r"), fail("r"), complete("none"), fail("none")}) {
            fixture.given(
                            paying.requested(),
                            paying.approved(),
                            started("r", 300, 700),
                            cardRefunded("r", 700, 300),
                            paying.refunded("r", 1_000, 1_000))
                    .when(command)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
        assertThat(paying.refunded("r", 1_000, 1_000).whole()).isTrue();
    }
}
