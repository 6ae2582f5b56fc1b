package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.PricedLine;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that all lines are held. Emits {@code OrderConfirmed}; when the order is not PENDING it does nothing.
 *
 * @param lines with the prices at which they are held
 */
public record ConfirmOrder(@TargetAggregateIdentifier OrderId orderId, List<PricedLine> lines, Instant at)
        implements OrderCommand {}
