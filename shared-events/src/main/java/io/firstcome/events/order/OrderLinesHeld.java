package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The lines of one product are held; the stocks of others have not answered yet. Status PENDING.
 *
 * <p>The last answer is {@link OrderConfirmed} instead, so an order of one product never has this event.
 *
 * @param lines those of the product, with the prices at which they are held
 */
@Revision("1")
public record OrderLinesHeld(OrderId orderId, UserId userId, List<PricedLine> lines, Instant heldAt)
        implements OrderEvent, AboutUser {}
