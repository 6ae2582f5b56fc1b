package io.firstcome.command.process.fulfilment;

import static io.firstcome.command.process.ExampleOrder.ANNA;
import static io.firstcome.command.process.ExampleOrder.CUP;
import static io.firstcome.command.process.ExampleOrder.CUP_STOCK;
import static io.firstcome.command.process.ExampleOrder.FIRST_HOLD;
import static io.firstcome.command.process.ExampleOrder.HOLD_EXPIRES;
import static io.firstcome.command.process.ExampleOrder.LATE_HOLD;
import static io.firstcome.command.process.ExampleOrder.NOW;
import static io.firstcome.command.process.ExampleOrder.ORDER;
import static io.firstcome.command.process.ExampleOrder.TEA;
import static io.firstcome.command.process.ExampleOrder.TEA_STOCK;
import static io.firstcome.command.process.ExampleOrder.cancelledPaid;
import static io.firstcome.command.process.ExampleOrder.cancelledUnpaid;
import static io.firstcome.command.process.ExampleOrder.expired;
import static io.firstcome.command.process.ExampleOrder.held;
import static io.firstcome.command.process.ExampleOrder.paid;
import static io.firstcome.command.process.ExampleOrder.placed;
import static io.firstcome.command.process.ExampleOrder.priced;
import static io.firstcome.command.process.ExampleOrder.refused;
import static io.firstcome.command.process.ExampleOrder.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.order.api.OrderCommand.RecordHold;
import io.firstcome.command.order.api.OrderCommand.RejectOrder;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.process.OrderExpiries;
import io.firstcome.command.process.StoredExampleOrder;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.ReleaseStock;
import io.firstcome.command.stock.api.StockCommand.SellStock;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An order from its placing to its sale, or to nothing held. */
class OrderFulfilmentTest {

    private static final ReleaseStock RELEASE_TEA = new ReleaseStock(TEA_STOCK, FIRST_HOLD, ORDER, ANNA, NOW);
    private static final ReleaseStock RELEASE_CUP = new ReleaseStock(CUP_STOCK, FIRST_HOLD, ORDER, ANNA, NOW);

    private final List<AggregateCommand> sent = new ArrayList<>();
    private final Map<OrderId, Instant> expiries = new HashMap<>();
    private final OrderFulfilment fulfilment = restarted();

    /** Whatever it had in memory is gone. */
    private OrderFulfilment restarted() {
        OrderExpiries noted = new OrderExpiries() {
            @Override
            public void schedule(OrderId order, Instant at) {
                expiries.put(order, at);
            }

            @Override
            public void cancel(OrderId order) {
                expiries.remove(order);
            }
        };
        return new OrderFulfilment(sent::add, StoredExampleOrder.of(placed()), noted, ShippingTerms.USUAL);
    }

    @Test
    void givenNothing_whenPlaced_thenEachProductIsHeldAndTheTimeRuns() {
        fulfilment.on(placed(), NOW);

        assertThat(sent).containsExactly(hold(TEA), hold(CUP));
        assertThat(expiries).containsOnly(Map.entry(ORDER, HOLD_EXPIRES));
    }

    @Test
    void givenTwoOptionsOfOneProduct_whenPlaced_thenTheyAreHeldTogether() {
        OrderLine blue = new OrderLine(CUP.productId(), new SkuId("blue"), 3, true);

        fulfilment.on(new OrderPlaced(ORDER, ANNA, List.of(CUP, blue), null, HOLD_EXPIRES, NOW), NOW);

        assertThat(sent)
                .containsExactly(new HoldStock(
                        CUP_STOCK,
                        FIRST_HOLD,
                        ORDER,
                        ANNA,
                        List.of(new StockLine(CUP.skuId(), 1, false), new StockLine(blue.skuId(), 3, true)),
                        HOLD_EXPIRES,
                        NOW));
    }

    @Test
    void givenPlaced_whenAStockHolds_thenTheOrderLearnsOfItsLinesAndPrices() {
        fulfilment.on(held(FIRST_HOLD, TEA), NOW);

        assertThat(sent).containsExactly(new RecordHold(ORDER, List.of(priced(TEA)), ShippingTerms.USUAL, NOW));
    }

    @Test
    void givenPlaced_whenAStockRefuses_thenTheOrderIsRejected() {
        fulfilment.on(refused(FIRST_HOLD, CUP), NOW);

        assertThat(sent).containsExactly(new RejectOrder(ORDER, HoldRefusal.OUT_OF_STOCK, null, NOW));
    }

    @Test
    void givenTheReservationOfALatePayment_whenAnswered_thenItIsAnothersBusiness() {
        fulfilment.on(held(LATE_HOLD, TEA), NOW);
        fulfilment.on(refused(LATE_HOLD, CUP), NOW);

        assertThat(sent).isEmpty();
    }

    /** Also the stock that has not answered: it was asked before, so it decides before. */
    @Test
    void givenSeveralStocks_whenRejected_thenAllAreReleasedAndTheTimeStops() {
        fulfilment.on(placed(), NOW);
        sent.clear();

        fulfilment.on(rejected(), NOW);

        assertThat(sent).containsExactly(RELEASE_TEA, RELEASE_CUP);
        assertThat(expiries).isEmpty();
    }

    @Test
    void givenOneStock_whenRejected_thenThereIsNothingToRelease() {
        fulfilment.on(new OrderPlaced(ORDER, ANNA, List.of(TEA), null, HOLD_EXPIRES, NOW), NOW);
        sent.clear();

        fulfilment.on(rejected(), NOW);

        assertThat(sent).isEmpty();
        assertThat(expiries).isEmpty();
    }

    @Test
    void givenAllHeld_whenPaid_thenAllIsSoldAndTheTimeStops() {
        fulfilment.on(placed(), NOW);
        sent.clear();

        fulfilment.on(paid(FIRST_HOLD), NOW);

        assertThat(sent)
                .containsExactly(new SellStock(TEA_STOCK, FIRST_HOLD, NOW), new SellStock(CUP_STOCK, FIRST_HOLD, NOW));
        assertThat(expiries).isEmpty();
    }

    @Test
    void givenTheReservationOfALatePayment_whenPaid_thenThatOneIsSold() {
        fulfilment.on(paid(LATE_HOLD), NOW);

        assertThat(sent)
                .containsExactly(new SellStock(TEA_STOCK, LATE_HOLD, NOW), new SellStock(CUP_STOCK, LATE_HOLD, NOW));
    }

    @Test
    void givenHeld_whenExpired_thenAllIsReleased() {
        fulfilment.on(placed(), NOW);
        sent.clear();

        fulfilment.on(expired(), NOW);

        assertThat(sent).containsExactly(RELEASE_TEA, RELEASE_CUP);
    }

    @Test
    void givenHeld_whenCancelledUnpaid_thenAllIsReleasedAndTheTimeStops() {
        fulfilment.on(placed(), NOW);
        sent.clear();

        fulfilment.on(cancelledUnpaid(), NOW);

        assertThat(sent).containsExactly(RELEASE_TEA, RELEASE_CUP);
        assertThat(expiries).isEmpty();
    }

    /** What is sold is restocked elsewhere. */
    @Test
    void givenSold_whenCancelledPaid_thenNothingIsReleased() {
        fulfilment.on(cancelledPaid(), NOW);

        assertThat(sent).isEmpty();
    }

    /** What is kept in memory is lost with it, and read again. */
    @Test
    void givenARestart_whenExpired_thenTheLinesAreKnownFromTheStore() {
        restarted().on(expired(), NOW);

        assertThat(sent).containsExactly(RELEASE_TEA, RELEASE_CUP);
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
