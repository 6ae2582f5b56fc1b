package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.stock.HoldId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The order is paid. Status PAID.
 *
 * @param paid what was paid, after the discount
 * @param holdId the reservation that is sold: another than the first after a late approval
 */
@Revision("1")
public record OrderPaid(
        OrderId orderId,
        UserId userId,
        PaymentId paymentId,
        List<OrderLine> lines,
        HoldId holdId,
        long paid,
        long discount,
        Instant paidAt)
        implements OrderEvent, AboutUser {}
