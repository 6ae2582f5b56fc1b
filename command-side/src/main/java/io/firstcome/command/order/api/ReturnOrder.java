package io.firstcome.command.order.api;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Sends an order back, up to {@link #PERIOD} after it arrived. Answered with {@code OrderReturned}; refused with
 * {@code ORDER_NOT_RETURNABLE}.
 *
 * @param owner the user whose it must be; null: anyone's, for operators and processes
 */
public record ReturnOrder(
        @TargetAggregateIdentifier OrderId orderId,
        @Nullable UserId owner,
        Instant at) implements OrderCommand {

    /** For how long after it arrived an order is taken back, this instant included. */
    public static final Duration PERIOD = Duration.ofDays(1);
}
