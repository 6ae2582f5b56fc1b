package io.firstcome.command.process.fulfilment;

import static io.firstcome.command.process.Facts.ANNA;
import static io.firstcome.command.process.Facts.CUP;
import static io.firstcome.command.process.Facts.CUP_STOCK;
import static io.firstcome.command.process.Facts.FIRST_HOLD;
import static io.firstcome.command.process.Facts.HOLD_EXPIRES;
import static io.firstcome.command.process.Facts.LATE_HOLD;
import static io.firstcome.command.process.Facts.NOW;
import static io.firstcome.command.process.Facts.ORDER;
import static io.firstcome.command.process.Facts.TEA;
import static io.firstcome.command.process.Facts.TEA_STOCK;
import static io.firstcome.command.process.Facts.cancelledUnpaid;
import static io.firstcome.command.process.Facts.expired;
import static io.firstcome.command.process.Facts.held;
import static io.firstcome.command.process.Facts.paid;
import static io.firstcome.command.process.Facts.placed;
import static io.firstcome.command.process.Facts.priced;
import static io.firstcome.command.process.Facts.refused;

import io.firstcome.command.order.api.ConfirmOrder;
import io.firstcome.command.order.api.ExpireOrder;
import io.firstcome.command.order.api.RejectOrder;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.process.SagaStories;
import io.firstcome.command.stock.api.HoldStock;
import io.firstcome.command.stock.api.ReleaseStock;
import io.firstcome.command.stock.api.SellStock;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.OrderPlaced;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order from its placing to its sale, or to nothing held. */
class OrderFulfilmentSagaTest {

    private static final ReleaseStock RELEASE_TEA = new ReleaseStock(TEA_STOCK, FIRST_HOLD, NOW);
    private static final ReleaseStock RELEASE_CUP = new ReleaseStock(CUP_STOCK, FIRST_HOLD, NOW);

    private final SagaStories<OrderFulfilmentSaga> saga = SagaStories.of(OrderFulfilmentSaga.class);

    @Test
    void givenNothing_whenPlaced_thenEachProductIsHeldAndTheTimeRuns() {
        saga.given()
                .whenPublishingA(placed())
                .expectActiveSagas(1)
                .expectDispatchedCommands(hold(TEA), hold(CUP))
                .expectScheduledDeadlineWithName(HOLD_EXPIRES, OrderFulfilmentSaga.HOLD_OVER);
    }

    @Test
    void givenTwoOptionsOfOneProduct_whenPlaced_thenTheyAreHeldTogether() {
        OrderLine blue = new OrderLine(CUP.productId(), new SkuId("blue"), 3, true);
        OrderPlaced placed = new OrderPlaced(ORDER, ANNA, List.of(CUP, blue), null, HOLD_EXPIRES, NOW);

        saga.given()
                .whenPublishingA(placed)
                .expectDispatchedCommands(new HoldStock(
                        CUP_STOCK,
                        FIRST_HOLD,
                        ORDER,
                        ANNA,
                        List.of(new StockLine(CUP.skuId(), 1, false), new StockLine(blue.skuId(), 3, true)),
                        HOLD_EXPIRES,
                        NOW));
    }

    @Test
    void givenOneHeld_whenTheOtherIsNot_thenItWaits() {
        saga.given(placed())
                .whenPublishingA(held(FIRST_HOLD, TEA))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenOneHeld_whenTheOtherIsToo_thenTheOrderIsConfirmedInTheOrderOfItsLines(boolean teaFirst) {
        saga.given(placed(), held(FIRST_HOLD, teaFirst ? TEA : CUP))
                .whenPublishingA(held(FIRST_HOLD, teaFirst ? CUP : TEA))
                .expectDispatchedCommands(
                        new ConfirmOrder(ORDER, List.of(priced(TEA), priced(CUP)), ShippingTerms.USUAL, NOW))
                .expectActiveSagas(1);
    }

    @Test
    void givenOneHeld_whenTheOtherIsRefused_thenTheFirstIsReleasedAndTheOrderRejected() {
        saga.given(placed(), held(FIRST_HOLD, TEA))
                .whenPublishingA(refused(FIRST_HOLD, CUP))
                .expectDispatchedCommands(new RejectOrder(ORDER, HoldRefusal.OUT_OF_STOCK, NOW), RELEASE_TEA)
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    @Test
    void givenOneRefused_whenTheOtherIsHeld_thenItIsReleasedAndTheOrderRejected() {
        saga.given(placed(), refused(FIRST_HOLD, CUP))
                .whenPublishingA(held(FIRST_HOLD, TEA))
                .expectDispatchedCommands(new RejectOrder(ORDER, HoldRefusal.OUT_OF_STOCK, NOW), RELEASE_TEA)
                .expectActiveSagas(0);
    }

    @Test
    void givenOneRefused_whenTheOtherIsNotAnswered_thenItWaits() {
        saga.given(placed())
                .whenPublishingA(refused(FIRST_HOLD, CUP))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void givenBothRefused_whenTheSecondComes_thenTheOrderIsRejectedOnce() {
        saga.given(placed(), refused(FIRST_HOLD, CUP))
                .whenPublishingA(refused(FIRST_HOLD, TEA))
                .expectDispatchedCommands(new RejectOrder(ORDER, HoldRefusal.OUT_OF_STOCK, NOW))
                .expectActiveSagas(0);
    }

    @Test
    void givenAllHeld_whenPaid_thenAllIsSold() {
        saga.given(placed(), held(FIRST_HOLD, TEA), held(FIRST_HOLD, CUP))
                .whenPublishingA(paid(FIRST_HOLD))
                .expectDispatchedCommands(
                        new SellStock(TEA_STOCK, FIRST_HOLD, NOW), new SellStock(CUP_STOCK, FIRST_HOLD, NOW))
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    @Test
    void givenAllHeld_whenTheTimeIsOver_thenTheOrderIsToExpire() {
        saga.given(placed(), held(FIRST_HOLD, TEA), held(FIRST_HOLD, CUP))
                .whenTimeElapses(Duration.ofMinutes(30))
                .expectTriggeredDeadlinesWithName(OrderFulfilmentSaga.HOLD_OVER)
                .expectDispatchedCommands(new ExpireOrder(ORDER, HOLD_EXPIRES))
                .expectActiveSagas(1);
    }

    @Test
    void givenAllHeld_whenTheTimeIsNotQuiteOver_thenNothingHappens() {
        saga.given(placed(), held(FIRST_HOLD, TEA), held(FIRST_HOLD, CUP))
                .whenTimeElapses(Duration.ofMinutes(30).minusNanos(1_000))
                .expectNoDispatchedCommands();
    }

    @Test
    void givenAllHeld_whenExpired_thenAllIsReleased() {
        saga.given(placed(), held(FIRST_HOLD, TEA), held(FIRST_HOLD, CUP))
                .whenPublishingA(expired())
                .expectDispatchedCommands(RELEASE_TEA, RELEASE_CUP)
                .expectActiveSagas(0);
    }

    @Test
    void givenAllHeld_whenCancelled_thenAllIsReleasedAndTheTimeStops() {
        saga.given(placed(), held(FIRST_HOLD, TEA), held(FIRST_HOLD, CUP))
                .whenPublishingA(cancelledUnpaid())
                .expectDispatchedCommands(RELEASE_TEA, RELEASE_CUP)
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    @Test
    void givenCancelledBeforeAllAnswered_whenTheLastIsHeld_thenItIsReleased() {
        saga.given(placed(), held(FIRST_HOLD, TEA), cancelledUnpaid())
                .whenPublishingA(held(FIRST_HOLD, CUP))
                .expectDispatchedCommands(RELEASE_TEA, RELEASE_CUP)
                .expectActiveSagas(0);
    }

    @Test
    void givenCancelledBeforeAnyAnswered_whenOneIsHeld_thenItIsReleasedAndTheOtherAwaited() {
        saga.given(placed(), cancelledUnpaid())
                .whenPublishingA(held(FIRST_HOLD, TEA))
                .expectDispatchedCommands(RELEASE_TEA)
                .expectActiveSagas(1);
    }

    @Test
    void givenExpiredBeforeAllAnswered_whenTheLastIsRefused_thenTheOrderIsNotRejected() {
        saga.given(placed(), expired(), held(FIRST_HOLD, TEA))
                .whenPublishingA(refused(FIRST_HOLD, CUP))
                .expectDispatchedCommands(RELEASE_TEA)
                .expectActiveSagas(0);
    }

    @Test
    void givenEndedOrder_whenStockIsHeldForItsLatePayment_thenItIsAnothersBusiness() {
        saga.given(placed(), held(FIRST_HOLD, TEA), held(FIRST_HOLD, CUP), expired())
                .whenPublishingA(held(LATE_HOLD, TEA))
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void givenOrder_whenAnotherReservationOfItIsAnswered_thenItDoesNotCount() {
        saga.given(placed(), held(FIRST_HOLD, TEA))
                .whenPublishingA(held(LATE_HOLD, CUP))
                .expectNoDispatchedCommands();
    }

    @Test
    void givenPlaced_whenPlacedIsDeliveredAgain_thenItIsTheSameProcess() {
        saga.given(placed()).whenPublishingA(placed()).expectActiveSagas(1);
    }

    private static HoldStock hold(OrderLine line) {
        return new HoldStock(
                TEA.equals(line) ? TEA_STOCK : CUP_STOCK,
                FIRST_HOLD,
                ORDER,
                ANNA,
                List.of(new StockLine(line.skuId(), line.quantity(), line.preOrder())),
                HOLD_EXPIRES,
                NOW);
    }
}
