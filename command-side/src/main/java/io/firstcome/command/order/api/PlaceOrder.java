package io.firstcome.command.order.api;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for pieces. Answered with {@code OrderPlaced}; refused with {@code ORDER_EXISTS}.
 *
 * @param lines 1 to 100
 * @param holdExpiresAt when the order expires unless it is paid
 */
public record PlaceOrder(
        @TargetAggregateIdentifier OrderId orderId,
        UserId userId,
        List<OrderLine> lines,
        @Nullable String address,
        Instant holdExpiresAt,
        Instant at)
        implements OrderCommand {}
