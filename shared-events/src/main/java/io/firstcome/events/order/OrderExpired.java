package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The order was not paid in time. Status EXPIRED. */
@Revision("1")
public record OrderExpired(OrderId orderId, UserId userId, Instant expiredAt) implements OrderEvent, AboutUser {}
