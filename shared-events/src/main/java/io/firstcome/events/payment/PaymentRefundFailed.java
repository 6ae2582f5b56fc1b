package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The card gateway refused a refund. Nothing of it was given back; an operator has to act.
 *
 * @param gatewayCode what it said
 */
@Revision("1")
public record PaymentRefundFailed(
        PaymentId paymentId, OrderId orderId, UserId userId, RefundId refundId, String gatewayCode, Instant failedAt)
        implements PaymentEvent, AboutUser {}
