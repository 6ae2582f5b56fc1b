package io.firstcome.command.process.latepayment;

import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.stock.HoldId;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.modelling.saga.AssociationResolver;
import org.axonframework.modelling.saga.PayloadAssociationResolver;
import org.jspecify.annotations.Nullable;

/**
 * The reservation that is made for a late payment, known by its name.
 *
 * <p>As a resolver it finds the process by that reservation, and spares all others the look-up.
 */
public final class LateHold implements AssociationResolver {

    private static final String SUFFIX = "-late";

    private final PayloadAssociationResolver byProperty = new PayloadAssociationResolver();

    /** For Axon. */
    public LateHold() {}

    static HoldId of(PaymentId payment) {
        return new HoldId(payment.value() + SUFFIX);
    }

    @Override
    public <T> void validate(String property, MessageHandlingMember<T> handler) {
        byProperty.validate(property, handler);
    }

    @Override
    public <T> @Nullable Object resolve(String property, EventMessage<?> message, MessageHandlingMember<T> handler) {
        Object hold = byProperty.resolve(property, message, handler);
        return hold != null && hold.toString().endsWith(SUFFIX) ? hold : null;
    }
}
