package io.firstcome.command.process.reversal;

import static io.firstcome.command.process.ExampleOrder.ANNA;
import static io.firstcome.command.process.ExampleOrder.FIRST_HOLD;
import static io.firstcome.command.process.ExampleOrder.NOW;
import static io.firstcome.command.process.ExampleOrder.ORDER;
import static io.firstcome.command.process.ExampleOrder.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.concert.api.DateCommand.ReturnSeats;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.order.CancelReason;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.payment.RefundId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sold seats come back as pieces do. */
class SeatReversalTest {

    private static final DateId DATE = new DateId("d1");
    private static final List<OrderLine> LINES = List.of(OrderLine.ofSeat(DATE, 7), OrderLine.ofSeat(DATE, 8));

    private final List<AggregateCommand> sent = new ArrayList<>();
    private final OrderReversal reversal = new OrderReversal(sent::add);

    @Test
    void givenSoldSeats_whenCancelled_thenTheyComeBackAndSoDoesTheMoney() {
        reversal.on(new OrderCancelled(ORDER, ANNA, CancelReason.ASKED_FOR, PAYMENT, FIRST_HOLD, LINES, NOW), NOW);

        assertThat(sent)
                .containsExactly(
                        new RefundPayment(
                                PAYMENT, new RefundId("o1-cancelled"), null, "The order was cancelled", null, NOW),
                        new ReturnSeats(DATE, FIRST_HOLD, ORDER, ANNA, List.of(7, 8), NOW));
    }
}
