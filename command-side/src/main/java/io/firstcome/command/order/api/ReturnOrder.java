package io.firstcome.command.order.api;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Sends an order back, up to a day after it arrived. Answered with {@code OrderReturned}; refused with
 * {@code ORDER_NOT_RETURNABLE}.
 *
 * @param owner the user whose it must be; null: anyone's, for operators and processes
 */
public record ReturnOrder(
        @TargetAggregateIdentifier OrderId orderId,
        @Nullable UserId owner,
        Instant at) implements OrderCommand {}
