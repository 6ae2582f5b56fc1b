package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that the time to pay is over. Emits {@code OrderExpired}; when the order is neither PENDING nor AWAITING_PAYMENT, or its time is not over, it does nothing.
 */
public record ExpireOrder(@TargetAggregateIdentifier OrderId orderId, Instant at) implements OrderCommand {}
