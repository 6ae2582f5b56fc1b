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
 * The order ended. Status CANCELLED.
 *
 * @param paymentId the payment that is to be given back; null: it was not paid
 * @param holdId the reservation of the paid order that is to be restocked; null: it was not paid
 */
@Revision("1")
public record OrderCancelled(
        OrderId orderId,
        UserId userId,
        CancelReason reason,
        @Nullable PaymentId paymentId,
        @Nullable HoldId holdId,
        List<OrderLine> lines,
        Instant cancelledAt)
        implements OrderEvent, AboutUser {}
