package io.firstcome.command.order.api;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Ends an order before it is sent. Answered with {@code OrderCancelled}; refused with {@code ORDER_NOT_CANCELLABLE}.
 *
 * @param owner the user whose it must be; null: anyone's, for operators and processes
 */
public record CancelOrder(
        @TargetAggregateIdentifier OrderId orderId,
        @Nullable UserId owner,
        Instant at) implements OrderCommand {}
