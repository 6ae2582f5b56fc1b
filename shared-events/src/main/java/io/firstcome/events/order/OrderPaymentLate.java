package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A payment was approved after the order had expired or was cancelled. It is completed or given back.
 *
 * @param expired whether the order had expired, and may be completed when stock is left; else it was cancelled
 */
@Revision("1")
public record OrderPaymentLate(
        OrderId orderId,
        UserId userId,
        PaymentId paymentId,
        List<OrderLine> lines,
        long paid,
        long discount,
        boolean expired,
        Instant approvedAt)
        implements OrderEvent, AboutUser {}
