package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The order arrived. Status DELIVERED. */
@Revision("1")
public record OrderDelivered(OrderId orderId, UserId userId, Instant deliveredAt) implements OrderEvent, AboutUser {}
