package io.firstcome.command.process.drive;

import io.firstcome.command.order.api.OrderCommand.ExpireOrder;
import io.firstcome.command.order.api.OrderCommand.StartRefund;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.api.CardRequests;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.process.OrderDriver;
import io.firstcome.command.process.OrderExpiries;
import io.firstcome.command.process.PastEvents;
import io.firstcome.command.process.ProcessCommands;
import io.firstcome.command.process.fulfilment.OrderFulfilment;
import io.firstcome.command.process.latepayment.LatePaymentSaga;
import io.firstcome.command.process.payment.PaymentProcess;
import io.firstcome.command.process.refund.PaymentRefund;
import io.firstcome.command.process.reversal.OrderReversal;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;

/**
 * Hands what has happened to an order to its processes once more: each step that was lost is sent, and each that was done is sent
 * again and does nothing.
 *
 * <p>That is all there is to it, since processes have no state. Some things do not follow from an event alone: the time to pay may be
 * over, a late payment may be completed by its saga only, and a refund that the card gateway refused is asked for once more.
 */
public final class OrderDrive implements OrderDriver.Drive {

    private static final String AGAIN = "-again";

    private final PastEvents past;
    private final CardRequests cards;
    private final ShippingTerms shipping;

    public OrderDrive(PastEvents past, CardRequests cards, ShippingTerms shipping) {
        this.past = past;
        this.cards = cards;
        this.shipping = shipping;
    }

    @Override
    public void drive(OrderId order, Stream<? extends EventMessage<?>> ofTheBuyer, Instant now, ProcessCommands steps) {
        OrderEventHistory trail = OrderEventHistory.of(order, ofTheBuyer);
        repeat(trail, steps);
        steps.send(new ExpireOrder(order, now));
        trail.events(OrderPaymentLate.class).forEach(late -> endLatePayment(late, trail, now, steps));
        trail.owed().forEach(payment -> steps.send(askAgain(order, payment, trail, now)));
    }

    private void repeat(OrderEventHistory trail, ProcessCommands steps) {
        CardRequests open = new OpenRequests(trail, cards);
        List<AnnotationEventHandlerAdapter> processes = Stream.of(
                        new OrderFulfilment(steps, past, NoExpiries.INSTANCE, shipping),
                        new OrderReversal(steps),
                        new PaymentProcess(steps, past, open),
                        new PaymentRefund(steps, open))
                .map(AnnotationEventHandlerAdapter::new)
                .toList();
        for (EventMessage<?> message : trail.messages()) {
            processes.stream()
                    .filter(process -> process.canHandle(message))
                    .forEach(process -> handle(process, message));
        }
    }

    private static void handle(AnnotationEventHandlerAdapter process, EventMessage<?> message) {
        try {
            process.handle(message);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * It is given back, unless it was completed. Through the order, which then does not take it as its payment any more, should the saga
     * only be slow: else it could be sent while its money goes back. An order that was cancelled takes none, and none is asked back of
     * nothing.
     */
    private static void endLatePayment(
            OrderPaymentLate late, OrderEventHistory trail, Instant now, ProcessCommands steps) {
        PaymentId payment = late.paymentId();
        if (trail.has(OrderRefunded.class, event -> event.paymentId().equals(payment))) {
            if (late.expired()) {
                LatePaymentSaga.release(late, now).forEach(steps::send);
            }
        } else if (!trail.has(OrderPaid.class, event -> event.paymentId().equals(payment))
                && !trail.has(
                        OrderRefundStarted.class,
                        event -> event.whole() && event.paymentId().equals(payment))
                && !trail.has(
                        PaymentRefundStarted.class, event -> event.paymentId().equals(payment))) {
            RefundPayment refund = LatePaymentSaga.refund(payment, "The late payment was not completed", now);
            steps.send(late.expired() && late.paid() > 0 ? throughOrder(late.orderId(), refund) : refund);
        }
    }

    private static StartRefund throughOrder(OrderId order, RefundPayment refund) {
        return new StartRefund(
                order, refund.paymentId(), refund.refundId(), refund.amount(), refund.reason(), null, refund.at());
    }

    private static StartRefund askAgain(OrderId order, PaymentId payment, OrderEventHistory trail, Instant now) {
        RefundId refund = new RefundId(payment.value() + AGAIN + trail.failures(payment));
        return new StartRefund(order, payment, refund, null, "The card gateway had refused it", null, now);
    }

    /** The tasks of orders stay as they are. */
    private enum NoExpiries implements OrderExpiries {
        INSTANCE;

        @Override
        public void schedule(OrderId order, Instant at) {}

        @Override
        public void cancel(OrderId order) {}
    }

    /** Asks the gateway only for what is not decided: what it has declined once, it must not take now. */
    private record OpenRequests(OrderEventHistory trail, CardRequests cards) implements CardRequests {

        @Override
        public void confirm(CardCharge charge) {
            if (!trail.isDecided(charge)) {
                cards.confirm(charge);
            }
        }

        @Override
        public void cancel(CardRefund refund) {
            if (!trail.isDecided(refund)) {
                cards.cancel(refund);
            }
        }
    }
}
