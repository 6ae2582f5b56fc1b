package io.firstcome.query.payment;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.query.view.FoldingProjection;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps tables {@code payment_view}, {@code payment_refund_view} and {@code payment_history_view}.
 *
 * <p>A payment is shown from the moment in which its order began it, so that who was told its id finds it, whatever
 * becomes of it: one that its coupon stops never has an event of its own.
 */
@Component
@ProcessingGroup(PaymentProjection.GROUP)
class PaymentProjection extends FoldingProjection<String, Object, PaymentRow> {

    static final String GROUP = "payment";
    static final ViewTable<PaymentRow> PAYMENTS = ViewTable.of("payment_view", PaymentRow.class)
            .fixed("order_id", "user_id", "requested_at", "requested_position");
    static final ViewTable<PaymentDetails.Refund> REFUNDS = ViewTable.of(
                    "payment_refund_view", PaymentDetails.Refund.class)
            .fixed("refund_id", "started_position", "amount");
    static final ViewTable<PaymentDetails.Step> HISTORY =
            ViewTable.of("payment_history_view", PaymentDetails.Step.class).insertOnly();

    /** The events of one payment belong together, with what its order and its coupon tell about it. */
    private static final ViewEvents EVENTS = ViewEvents.of(PaymentId.TYPE)
            .sequencedBy(OrderPaymentStarted.class, e -> e.paymentId().toString())
            .sequencedBy(OrderPaymentRefused.class, e -> e.paymentId().toString())
            .sequencedBy(CouponRedemptionRefused.class, e -> e.paymentId().toString());

    PaymentProjection(ViewFrame frame) {
        super(frame, EVENTS, PAYMENTS, REFUNDS, HISTORY);
    }

    @EventHandler
    void on(PaymentEvent event, DomainEventMessage<?> message) {
        add(event.paymentId().value(), event, message);
    }

    @EventHandler
    void on(OrderPaymentStarted event, DomainEventMessage<?> message) {
        add(event.paymentId().value(), event, message);
    }

    @EventHandler
    void on(OrderPaymentRefused event, DomainEventMessage<?> message) {
        add(event.paymentId().value(), event, message);
    }

    @EventHandler
    void on(CouponRedemptionRefused event, DomainEventMessage<?> message) {
        add(event.paymentId().value(), event, message);
    }

    @Override
    protected PaymentRow after(@Nullable PaymentRow row, Object event, EventPosition at) {
        if (row == null && event instanceof OrderPaymentStarted started) {
            return PaymentRow.of(started, at);
        }
        if (row == null && event instanceof PaymentRequested requested) {
            return PaymentRow.of(requested, at);
        }
        PaymentRow payment = existing(row, event);
        switch (event) {
            case PaymentEvent e -> payment.add(e, at);
            // What others tell is no version of the payment.
            case OrderPaymentRefused e -> payment.refuse(e.reason().name(), e.refusedAt(), at);
            case CouponRedemptionRefused e ->
                payment.refuse(PaymentRefusal.COUPON_NOT_APPLICABLE.name(), e.refusedAt(), at);
            case OrderPaymentStarted e -> throw new IllegalStateException("The payment begins twice");
            default -> throw new IllegalArgumentException("It is about no payment: " + event.getClass());
        }
        return payment;
    }
}
