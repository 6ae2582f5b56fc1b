package io.firstcome.command.process.reversal;

import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.payment.api.PaymentCommand.SettlePayment;
import io.firstcome.command.process.ProcessCommands;
import io.firstcome.command.process.Processes;
import io.firstcome.command.process.hold.HoldCommands;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderEvent.OrderReturned;
import io.firstcome.events.order.OrderEvent.OrderShipped;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.stock.HoldId;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Gives back the money and restocks the pieces of a paid order that is cancelled or returned; gives back what was asked back;
 * restocks what was refunded.
 *
 * <p>In the same group as the sale, so that a return to stock never comes before it.
 */
@ProcessingGroup(Processes.ORDER)
public final class OrderReversal {

    private final ProcessCommands steps;

    public OrderReversal(ProcessCommands steps) {
        this.steps = steps;
    }

    @EventHandler
    void on(OrderCancelled event, @Timestamp Instant at) {
        if (event.paymentId() != null) {
            refund(event.orderId(), "-cancelled", event.paymentId(), "The order was cancelled", at);
        }
        if (event.holdId() != null) {
            restock(event.orderId(), event.userId(), event.holdId(), event.lines(), at);
        }
    }

    @EventHandler
    void on(OrderReturned event, @Timestamp Instant at) {
        refund(event.orderId(), "-returned", event.paymentId(), "The order was returned", at);
        restock(event.orderId(), event.userId(), event.holdId(), event.lines(), at);
    }

    @EventHandler
    void on(OrderRefundStarted event, @Timestamp Instant at) {
        Long amount = event.whole() ? null : event.amount();
        steps.send(new RefundPayment(event.paymentId(), event.refundId(), amount, event.reason(), null, at));
        if (event.holdId() != null) {
            restock(event.orderId(), event.userId(), event.holdId(), event.lines(), at);
        }
    }

    @EventHandler
    void on(OrderRefunded event, @Timestamp Instant at) {
        if (event.restock() && event.holdId() != null) {
            restock(event.orderId(), event.userId(), event.holdId(), event.lines(), at);
        }
    }

    @EventHandler
    void on(OrderShipped event, @Timestamp Instant at) {
        steps.send(new SettlePayment(event.paymentId(), at));
    }

    private void refund(OrderId order, String why, PaymentId payment, String reason, Instant at) {
        steps.send(new RefundPayment(payment, new RefundId(order.value() + why), null, reason, null, at));
    }

    private void restock(OrderId order, UserId user, HoldId hold, List<OrderLine> lines, Instant at) {
        new HoldCommands(lines, hold, order, user).takeBack(at).forEach(steps::send);
    }
}
