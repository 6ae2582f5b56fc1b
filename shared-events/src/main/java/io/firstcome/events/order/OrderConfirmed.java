package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * All lines are held. Status AWAITING_PAYMENT.
 *
 * @param amount the lines together
 * @param shippingFee comes on top
 */
@Revision("1")
public record OrderConfirmed(
        OrderId orderId,
        UserId userId,
        List<PricedLine> lines,
        long amount,
        long shippingFee,
        Instant holdExpiresAt,
        Instant confirmedAt)
        implements OrderEvent, AboutUser {}
