package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that a line could not be held. Emits {@code OrderRejected}; when the order is not PENDING it does nothing.
 */
public record RejectOrder(@TargetAggregateIdentifier OrderId orderId, HoldRefusal reason, Instant at)
        implements OrderCommand {}
