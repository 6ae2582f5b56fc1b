package io.firstcome.command.process.latepayment;

import static io.firstcome.command.process.ExampleOrder.ANNA;
import static io.firstcome.command.process.ExampleOrder.CUP;
import static io.firstcome.command.process.ExampleOrder.CUP_STOCK;
import static io.firstcome.command.process.ExampleOrder.FIRST_HOLD;
import static io.firstcome.command.process.ExampleOrder.LATE_HOLD;
import static io.firstcome.command.process.ExampleOrder.NOW;
import static io.firstcome.command.process.ExampleOrder.ORDER;
import static io.firstcome.command.process.ExampleOrder.PAYMENT;
import static io.firstcome.command.process.ExampleOrder.TEA;
import static io.firstcome.command.process.ExampleOrder.TEA_STOCK;
import static io.firstcome.command.process.ExampleOrder.held;
import static io.firstcome.command.process.ExampleOrder.late;
import static io.firstcome.command.process.ExampleOrder.paid;
import static io.firstcome.command.process.ExampleOrder.refunded;
import static io.firstcome.command.process.ExampleOrder.refused;

import io.firstcome.command.order.api.OrderCommand.AcceptLatePayment;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.process.ProcessFixture;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.ReleaseStock;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.stock.StockLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment that was approved too late: completed or given back. */
class LatePaymentSagaTest {

    private static final ReleaseStock RELEASE_TEA = new ReleaseStock(TEA_STOCK, LATE_HOLD, ORDER, ANNA, NOW);
    private static final ReleaseStock RELEASE_CUP = new ReleaseStock(CUP_STOCK, LATE_HOLD, ORDER, ANNA, NOW);

    private final ProcessFixture<LatePaymentSaga> saga = ProcessFixture.of(LatePaymentSaga.class);

    @Test
    void givenCancelledOrder_whenPaidLate_thenThePaymentIsRefunded() {
        saga.given()
                .whenPublishingA(late(false))
                .expectDispatchedCommands(refund("The order was cancelled before it was paid"))
                .expectActiveSagas(0);
    }

    @Test
    void givenExpiredOrder_whenPaidLate_thenItsStockIsHeldAgainUnderAnotherName() {
        saga.given()
                .whenPublishingA(late(true))
                .expectDispatchedCommands(hold(TEA), hold(CUP))
                .expectActiveSagas(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenStockLeft_whenAllIsHeldAgain_thenTheOrderIsCompleted(boolean teaFirst) {
        saga.given(late(true), held(LATE_HOLD, teaFirst ? TEA : CUP))
                .whenPublishingA(held(LATE_HOLD, teaFirst ? CUP : TEA))
                .expectDispatchedCommands(new AcceptLatePayment(ORDER, PAYMENT, LATE_HOLD, NOW))
                .expectActiveSagas(1);
    }

    /** The stock is sold by the same rule as that of any other order. */
    @Test
    void givenCompletedOrder_whenPaid_thenTheProcessEnds() {
        saga.given(late(true), held(LATE_HOLD, TEA), held(LATE_HOLD, CUP))
                .whenPublishingA(paid(LATE_HOLD))
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenAnyAnswers_whenOneStockRefuses_thenThePaymentIsRefundedAndAllIsReleased(boolean otherIsHeld) {
        saga.given(otherIsHeld ? new Object[] {late(true), held(LATE_HOLD, TEA)} : new Object[] {late(true)})
                .whenPublishingA(refused(LATE_HOLD, CUP))
                .expectDispatchedCommands(
                        refund("The order had expired and is no longer in stock"), RELEASE_TEA, RELEASE_CUP)
                .expectActiveSagas(0);
    }

    @Test
    void givenLatePayment_whenTheFirstReservationIsAnsweredOnlyNow_thenItDoesNotCount() {
        saga.given(late(true), held(LATE_HOLD, TEA))
                .whenPublishingA(held(FIRST_HOLD, CUP))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenHeldAgain_whenTheBuyerGotTheMoneyBack_thenAllIsReleased(boolean allAnswered) {
        saga.given(
                        allAnswered
                                ? new Object[] {late(true), held(LATE_HOLD, TEA), held(LATE_HOLD, CUP)}
                                : new Object[] {late(true), held(LATE_HOLD, TEA)})
                .whenPublishingA(refunded(null, false))
                .expectDispatchedCommands(RELEASE_TEA, RELEASE_CUP)
                .expectActiveSagas(0);
    }

    @Test
    void givenOrdersInTime_whenTheyArePaid_thenThisProcessKnowsNothingOfThem() {
        saga.given(held(FIRST_HOLD, TEA))
                .whenPublishingA(paid(FIRST_HOLD))
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    private static RefundPayment refund(String reason) {
        return new RefundPayment(PAYMENT, new RefundId("p1-late"), null, reason, null, NOW);
    }

    private static HoldStock hold(OrderLine line) {
        return new HoldStock(
                TEA.equals(line) ? TEA_STOCK : CUP_STOCK,
                LATE_HOLD,
                ORDER,
                ANNA,
                List.of(new StockLine(line.skuId(), line.quantity(), line.preOrder())),
                NOW.plus(Duration.ofMinutes(30)),
                NOW);
    }
}
