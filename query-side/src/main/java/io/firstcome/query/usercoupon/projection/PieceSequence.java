package io.firstcome.query.usercoupon.projection;

import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Events about the same piece of a coupon belong together, and nothing else does: one user's bad event must not keep the
 * coupons of all later users from being shown.
 */
final class PieceSequence implements SequencingPolicy<EventMessage<?>> {

    private static final Set<Class<?>> ABOUT_A_PIECE =
            Set.of(CouponIssued.class, CouponRedeemed.class, CouponRestored.class);

    @Override
    public @Nullable Object getSequenceIdentifierFor(EventMessage<?> message) {
        if (ABOUT_A_PIECE.contains(message.getPayloadType()) && message instanceof DomainEventMessage<?> event) {
            return sequenceOf(event);
        }
        return null;
    }

    /** By the aggregate's version where the event cannot be read: what follows finds no row and is parked by itself. */
    private static Object sequenceOf(DomainEventMessage<?> event) {
        try {
            return event.getAggregateIdentifier() + "#" + serialOf(event.getPayload());
        } catch (RuntimeException e) {
            return event.getAggregateIdentifier() + "@" + event.getSequenceNumber();
        }
    }

    private static int serialOf(Object event) {
        return switch (event) {
            case CouponIssued issued -> issued.serial();
            case CouponRedeemed redeemed -> redeemed.serial();
            case CouponRestored restored -> restored.serial();
            default -> throw new IllegalArgumentException("It is about no piece");
        };
    }
}
