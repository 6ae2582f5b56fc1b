package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells that an order arrived. Answered with {@code OrderDelivered}; refused with {@code ORDER_NOT_SHIPPED}. */
public record DeliverOrder(@TargetAggregateIdentifier OrderId orderId, Instant at) implements OrderCommand {}
