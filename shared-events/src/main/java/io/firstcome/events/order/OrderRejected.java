package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A line could not be held, so none is. Status REJECTED. */
@Revision("1")
public record OrderRejected(OrderId orderId, UserId userId, HoldRefusal reason, Instant rejectedAt)
        implements OrderEvent, AboutUser {}
