package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.PricedLine;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that all lines are held. Emits {@code OrderConfirmed}; when the order is not PENDING it does nothing.
 *
 * @param lines those of the order, in any order, with the prices at which they are held, 0 or more
 * @param shipping what sending costs
 */
public record ConfirmOrder(
        @TargetAggregateIdentifier OrderId orderId, List<PricedLine> lines, ShippingTerms shipping, Instant at)
        implements OrderCommand {

    public ConfirmOrder {
        lines = List.copyOf(lines);
        if (lines.stream().anyMatch(line -> line.unitPrice() < 0)) {
            throw new IllegalArgumentException("a price is 0 or more");
        }
    }
}
