package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that a payment was declined. Emits {@code OrderCancelled}; when the order has ended, or another payment is the current one, it does nothing.
 */
public record DeclineOrder(@TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, Instant at)
        implements OrderCommand {}
