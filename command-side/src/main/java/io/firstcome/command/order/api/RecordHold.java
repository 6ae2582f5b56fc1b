package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.PricedLine;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that lines are held: those of one product, as its stock answered. Emits {@code OrderConfirmed} when all lines of the order
 * are held, else {@code OrderLinesHeld}. Idempotent; does nothing when the order is not PENDING.
 *
 * @param lines some of the order's lines, in any order, with the prices at which they are held, 0 or more
 * @param shipping what sending costs
 */
public record RecordHold(
        @TargetAggregateIdentifier OrderId orderId, List<PricedLine> lines, ShippingTerms shipping, Instant at)
        implements OrderCommand {

    public RecordHold {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("what is held is at least one line");
        }
        if (lines.stream().anyMatch(line -> line.unitPrice() < 0)) {
            throw new IllegalArgumentException("a price is 0 or more");
        }
    }
}
