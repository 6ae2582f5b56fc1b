package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells that a paid order was sent. Answered with {@code OrderShipped}; refused with {@code ORDER_NOT_PAID}. */
public record ShipOrder(@TargetAggregateIdentifier OrderId orderId, Instant at) implements OrderCommand {}
