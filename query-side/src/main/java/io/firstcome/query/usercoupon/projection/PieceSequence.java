package io.firstcome.query.usercoupon.projection;

import io.firstcome.events.coupon.CouponIssued;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Events about the same piece of a coupon belong together, and nothing else does: one user's bad event must not keep the
 * coupons of all later users from being shown.
 */
final class PieceSequence implements SequencingPolicy<EventMessage<?>> {

    @Override
    public @Nullable Object getSequenceIdentifierFor(EventMessage<?> message) {
        if (CouponIssued.class.equals(message.getPayloadType()) && message instanceof DomainEventMessage<?> event) {
            return sequenceOf(event);
        }
        return null;
    }

    /** By the aggregate's version where the event cannot be read: then nothing follows it. */
    private static Object sequenceOf(DomainEventMessage<?> event) {
        try {
            return event.getAggregateIdentifier() + "#" + ((CouponIssued) event.getPayload()).serial();
        } catch (RuntimeException e) {
            return event.getAggregateIdentifier() + "@" + event.getSequenceNumber();
        }
    }
}
