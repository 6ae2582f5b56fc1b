package io.firstcome.command.process.reversal;

import static io.firstcome.command.process.ExampleOrder.ANNA;
import static io.firstcome.command.process.ExampleOrder.CUP_STOCK;
import static io.firstcome.command.process.ExampleOrder.FIRST_HOLD;
import static io.firstcome.command.process.ExampleOrder.LINES;
import static io.firstcome.command.process.ExampleOrder.NOW;
import static io.firstcome.command.process.ExampleOrder.ORDER;
import static io.firstcome.command.process.ExampleOrder.PAYMENT;
import static io.firstcome.command.process.ExampleOrder.TEA_STOCK;
import static io.firstcome.command.process.ExampleOrder.cancelledPaid;
import static io.firstcome.command.process.ExampleOrder.cancelledUnpaid;
import static io.firstcome.command.process.ExampleOrder.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.payment.api.PaymentCommand.SettlePayment;
import io.firstcome.command.stock.api.StockCommand.ReturnStock;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderEvent.OrderReturned;
import io.firstcome.events.order.OrderEvent.OrderShipped;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.StockLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What follows from the end of a paid order. */
class OrderReversalTest {

    private final List<AggregateCommand> sent = new ArrayList<>();
    private final OrderReversal reversal = new OrderReversal(sent::add);

    @Test
    void givenPaidOrder_whenCancelled_thenTheMoneyGoesBackAndThePiecesToStock() {
        reversal.on(cancelledPaid(), NOW);

        assertThat(sent).containsExactly(refund("o1-cancelled", "The order was cancelled"), tea(), cup());
    }

    @Test
    void givenUnpaidOrder_whenCancelled_thenThereIsNothingToReverse() {
        reversal.on(cancelledUnpaid(), NOW);

        assertThat(sent).isEmpty();
    }

    @Test
    void givenDeliveredOrder_whenReturned_thenTheMoneyGoesBackAndThePiecesToStock() {
        reversal.on(new OrderReturned(ORDER, ANNA, PAYMENT, FIRST_HOLD, LINES, NOW), NOW);

        assertThat(sent).containsExactly(refund("o1-returned", "The order was returned"), tea(), cup());
    }

    @Test
    void givenPaidOrder_whenAllIsAskedBack_thenTheMoneyGoesBackAndThePiecesToStock() {
        reversal.on(askedBack(13_000, true, FIRST_HOLD), NOW);

        assertThat(sent).containsExactly(refund("r1", "why"), tea(), cup());
    }

    @Test
    void givenOrder_whenAPartIsAskedBack_thenThatMoneyGoesBack() {
        reversal.on(askedBack(5_000, false, null), NOW);

        assertThat(sent).containsExactly(new RefundPayment(PAYMENT, new RefundId("r1"), 5_000L, "why", null, NOW));
    }

    private static OrderRefundStarted askedBack(long amount, boolean whole, @Nullable HoldId hold) {
        return new OrderRefundStarted(ORDER, ANNA, PAYMENT, new RefundId("r1"), amount, whole, "why", hold, LINES, NOW);
    }

    @Test
    void givenRefundedOrder_whenItsPiecesNeverLeft_thenTheyGoToStock() {
        reversal.on(refunded(FIRST_HOLD, true), NOW);

        assertThat(sent).containsExactly(tea(), cup());
    }

    @Test
    void givenRefundedOrder_whenItsPiecesWereRestockedOrNeverSold_thenThereIsNothingToDo() {
        reversal.on(refunded(FIRST_HOLD, false), NOW);
        reversal.on(refunded(null, true), NOW);

        assertThat(sent).isEmpty();
    }

    @Test
    void givenPaidOrder_whenShipped_thenItsPaymentIsSettled() {
        reversal.on(new OrderShipped(ORDER, ANNA, PAYMENT, NOW), NOW);

        assertThat(sent).containsExactly(new SettlePayment(PAYMENT, NOW));
    }

    private static RefundPayment refund(String id, String reason) {
        return new RefundPayment(PAYMENT, new RefundId(id), null, reason, null, NOW);
    }

    private static ReturnStock tea() {
        return back(FIRST_HOLD, new StockLine(new SkuId("tea"), 2, false));
    }

    private static ReturnStock cup() {
        return back(FIRST_HOLD, new StockLine(new SkuId("red"), 1, false));
    }

    private static ReturnStock back(HoldId hold, StockLine line) {
        return new ReturnStock(
                line.skuId().value().equals("tea") ? TEA_STOCK : CUP_STOCK, hold, ORDER, ANNA, List.of(line), NOW);
    }
}
