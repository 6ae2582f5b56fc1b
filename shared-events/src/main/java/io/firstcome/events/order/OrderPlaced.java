package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A buyer asked for pieces; nothing is held yet. Status PENDING.
 *
 * @param lines one for each option, pre-ordered ones apart
 * @param holdExpiresAt when the order expires unless it is paid
 */
@Revision("1")
public record OrderPlaced(
        OrderId orderId,
        UserId userId,
        List<OrderLine> lines,
        @Nullable String address,
        Instant holdExpiresAt,
        Instant placedAt)
        implements OrderEvent, AboutUser {}
