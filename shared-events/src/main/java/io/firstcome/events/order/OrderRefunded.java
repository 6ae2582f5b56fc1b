package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.stock.HoldId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * All that was paid is given back. Status REFUNDED.
 *
 * @param restock whether its pieces never left and were not restocked yet
 * @param holdId the reservation that was sold; null: none, the payment came late
 */
@Revision("1")
public record OrderRefunded(
        OrderId orderId,
        UserId userId,
        PaymentId paymentId,
        @Nullable HoldId holdId,
        List<OrderLine> lines,
        boolean restock,
        Instant refundedAt)
        implements OrderEvent, AboutUser {}
