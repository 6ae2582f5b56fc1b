package io.firstcome.query.payment.projection;

import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/** The events of one payment belong together, with what its order and its coupon tell about it. */
final class PaymentSequence implements SequencingPolicy<EventMessage<?>> {

    private static final Set<Class<?>> FROM_OUTSIDE =
            Set.of(OrderPaymentStarted.class, OrderPaymentRefused.class, CouponRedemptionRefused.class);

    @Override
    public @Nullable Object getSequenceIdentifierFor(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            return null;
        }
        return FROM_OUTSIDE.contains(event.getPayloadType()) ? paymentOf(event) : event.getAggregateIdentifier();
    }

    /** By the aggregate's version where the event cannot be read: it must not hold back all payments of its coupon. */
    private static Object paymentOf(DomainEventMessage<?> event) {
        try {
            return switch (event.getPayload()) {
                case OrderPaymentStarted started -> started.paymentId().toString();
                case OrderPaymentRefused refused -> refused.paymentId().toString();
                case CouponRedemptionRefused refused -> refused.paymentId().toString();
                default -> event.getAggregateIdentifier();
            };
        } catch (RuntimeException e) {
            return event.getAggregateIdentifier() + "@" + event.getSequenceNumber();
        }
    }
}
