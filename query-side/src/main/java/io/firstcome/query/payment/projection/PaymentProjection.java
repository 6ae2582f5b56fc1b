package io.firstcome.query.payment.projection;

import io.firstcome.axon.processing.Batches;
import io.firstcome.axon.processing.Origin;
import io.firstcome.axon.processing.ParkingQueue;
import io.firstcome.axon.processing.UnknownEvents;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.query.payment.readmodel.PaymentChange;
import io.firstcome.query.payment.readmodel.PaymentTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Keeps tables {@code payment_view}, {@code payment_refund_view} and {@code payment_history_view}.
 *
 * <p>A payment is shown from the moment in which its order began it, so that who was told its id finds it, whatever becomes of
 * it: one that its coupon stops never has an event of its own.
 */
@Component
@ProcessingGroup(PaymentProjection.GROUP)
class PaymentProjection {

    static final String GROUP = "payment";

    private final PaymentTable table;
    private final Batches<PaymentChange> changes;

    PaymentProjection(PaymentTable table, @Qualifier("parkedOfPayment") ParkingQueue parked) {
        this.table = table;
        this.changes = new Batches<>(parked, table);
    }

    @EventHandler
    void on(OrderPaymentStarted event, DomainEventMessage<?> message) {
        changes.add(new PaymentChange.Begun(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                Math.addExact(event.amount(), event.shippingFee()),
                event.startedAt(),
                Origin.of(message)));
    }

    @EventHandler
    void on(CouponRedemptionRefused event, DomainEventMessage<?> message) {
        changes.add(new PaymentChange.Refused(
                event.paymentId().value(),
                PaymentRefusal.COUPON_NOT_APPLICABLE.name(),
                event.refusedAt(),
                Origin.of(message)));
    }

    @EventHandler
    void on(OrderPaymentRefused event, DomainEventMessage<?> message) {
        changes.add(new PaymentChange.Refused(
                event.paymentId().value(), event.reason().name(), event.refusedAt(), Origin.of(message)));
    }

    @EventHandler
    void on(PaymentEvent event, DomainEventMessage<?> message) {
        changes.add(PaymentChanges.of(event, Origin.of(message)));
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        UnknownEvents.refuse(message, PaymentId.TYPE);
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
