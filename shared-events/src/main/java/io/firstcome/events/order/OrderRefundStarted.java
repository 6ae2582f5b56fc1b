package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.stock.HoldId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Money of the order's payment is to be given back. A whole refund of an order that was not sent ends it: status CANCELLED.
 *
 * @param amount how much
 * @param whole whether that is all that is left
 * @param holdId the reservation that is to be restocked, because the order ends by this; null: none
 */
@Revision("1")
public record OrderRefundStarted(
        OrderId orderId,
        UserId userId,
        PaymentId paymentId,
        RefundId refundId,
        long amount,
        boolean whole,
        String reason,
        @Nullable HoldId holdId,
        List<OrderLine> lines,
        Instant startedAt)
        implements OrderEvent, AboutUser {}
