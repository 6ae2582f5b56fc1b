package io.firstcome.command.order.domain;

import static io.firstcome.command.order.domain.OrderEvents.allAskedBack;
import static io.firstcome.command.order.domain.OrderEvents.partAskedBack;
import static io.firstcome.command.order.domain.OrderEvents.refundFailed;
import static io.firstcome.command.order.domain.Orders.HOLD;
import static io.firstcome.command.order.domain.Orders.P1;
import static io.firstcome.command.order.domain.Orders.P2;
import static io.firstcome.command.order.domain.Orders.PAID;
import static io.firstcome.command.order.domain.Orders.giveBack;

import io.firstcome.command.order.api.OrderCommand;
import io.firstcome.command.order.api.OrderCommand.RecordRefundFailure;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.RefundId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order decides what of its payment is given back: either it is sent, or all is asked back. */
class StartRefundTest {

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    private ResultValidator<Order> decided(OrderScenario situation, OrderCommand command) {
        return fixture.given(situation.events()).when(command);
    }

    private static void refused(ResultValidator<Order> result, OrderErrorCode code) {
        result.expectNoEvents()
                .expectException(Matchers.matches(
                        thrown -> thrown instanceof RejectedException rejection && rejection.code() == code));
    }

    @Test
    void givenPaidOrder_whenAllIsAskedBack_thenItEndsAndIsNotSent() {
        decided(OrderScenario.PAID, giveBack("w", null)).expectEvents(allAskedBack("w", PAID, HOLD));
        refused(decided(OrderScenario.ASKED_BACK, Orders.ship()), OrderErrorCode.ORDER_NOT_PAID);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHIPPED", "DELIVERED"})
    void givenOrderThatWasSent_whenAllIsAskedBack_thenRefusedHoweverItIsSaid(OrderScenario situation) {
        refused(decided(situation, giveBack("w", null)), OrderErrorCode.NOT_REFUNDABLE);
        refused(decided(situation, giveBack("w", PAID)), OrderErrorCode.NOT_REFUNDABLE);
        decided(situation, giveBack("p", PAID - 1)).expectEvents(partAskedBack("p", PAID - 1));
    }

    /** The last part is the whole: the order ends by it. */
    @Test
    void givenParts_whenTheRestIsAskedFor_thenItEnds() {
        decided(OrderScenario.PART_ASKED_BACK, giveBack("p2", PAID - 1_000))
                .expectEvents(allAskedBack("p2", PAID - 1_000, HOLD));
        decided(OrderScenario.PART_ASKED_BACK, giveBack("p2", PAID - 1_001))
                .expectEvents(partAskedBack("p2", PAID - 1_001));
        refused(decided(OrderScenario.PART_ASKED_BACK, giveBack("p2", PAID - 999)), OrderErrorCode.NOT_REFUNDABLE);
    }

    @Test
    void givenPartThatWasRefused_whenAskedForAgain_thenItIsFree() {
        fixture.given(OrderScenario.PART_ASKED_BACK.events())
                .andGiven(refundFailed("p", 1_000, false))
                .when(giveBack("p2", PAID))
                .expectEvents(allAskedBack("p2", PAID, HOLD));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, PAID + 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void givenPaidOrder_whenWrongAmountsAreAskedFor_thenRefused(long amount) {
        refused(decided(OrderScenario.PAID, giveBack("p", amount)), OrderErrorCode.NOT_REFUNDABLE);
    }

    @Test
    void givenPaymentThatDidNotPay_whenAskedFor_thenRefused() {
        refused(decided(OrderScenario.PAID, giveBack(P2, "w", null, null)), OrderErrorCode.NOT_REFUNDABLE);
        refused(decided(OrderScenario.PAYING, giveBack("w", null)), OrderErrorCode.NOT_REFUNDABLE);
    }

    /** Not that it is another's, and in the words of what was asked about. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void givenOrderOfAnother_whenAsked_thenThereIsNoSuchPayment(OrderScenario situation) {
        refused(decided(situation, giveBack(P1, "w", null, new UserId("another"))), OrderErrorCode.PAYMENT_NOT_FOUND);
    }

    @Test
    void givenKnownRefund_whenSaidAgain_thenNothing() {
        decided(OrderScenario.ASKED_BACK, giveBack("w", null))
                .expectResultMessagePayload(null)
                .expectNoEvents();
        decided(OrderScenario.PART_ASKED_BACK, giveBack("p", 1_000L))
                .expectResultMessagePayload(null)
                .expectNoEvents();
    }

    @Test
    void givenRefusedRefund_whenAskedForAgain_thenOnceAndWhole() {
        refused(decided(OrderScenario.REFUND_REFUSED, giveBack("again", 8_999L)), OrderErrorCode.NOT_REFUNDABLE);
        decided(OrderScenario.REFUND_REFUSED, giveBack("again", null)).expectEvents(allAskedBack("again", 9_000, null));
        fixture.given(OrderScenario.REFUND_REFUSED.events())
                .andGiven(allAskedBack("again", 9_000, null))
                .when(giveBack("thrice", null))
                .expectNoEvents()
                .expectException(Matchers.matches(thrown -> thrown instanceof RejectedException rejection
                        && rejection.code() == OrderErrorCode.NOT_REFUNDABLE));
    }

    /** What is told of a refund that an order of its own began counts once. */
    @Test
    void givenCancelledOrder_whenTheGatewayRefusesTwiceTold_thenItIsOwedOnce() {
        fixture.given(OrderScenario.CANCELLED_PAID.events())
                .andGiven(refundFailed("o1-cancelled", 9_000, true))
                .when(Orders.refundRefused(P1, "o1-cancelled", 9_000))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    /** The whole that was asked back since has it, and the payment knows. */
    @Test
    void givenCancelledOrder_whenTheGatewayRefusesAPartFromBefore_thenNothingIsOwed() {
        decided(
                        OrderScenario.CANCELLED_PAID,
                        new RecordRefundFailure(
                                Orders.ID, P1, new RefundId("part"), 1_000, false, "REFUND_REJECTED", Orders.NOW))
                .expectEvents(refundFailed("part", 1_000, false));
    }

    /** What is held for a late payment comes back by way of a sale. */
    @Test
    void givenLatePaymentThatIsAskedBack_whenItsStockIsHeld_thenSoldAndCancelled() {
        decided(OrderScenario.LATE_ASKED_BACK, Orders.acceptLate(P1))
                .expectEvents(OrderEvents.paid(Orders.LATE_HOLD), OrderEvents.cancelledPaid(Orders.LATE_HOLD));
    }
}
