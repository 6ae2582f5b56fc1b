package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The card gateway refused to give money of the order back.
 *
 * @param amount the part by card that was not given back
 * @param owed whether the order has ended, so that the amount is owed to the buyer and can be asked for again
 * @param gatewayCode what the gateway said
 */
@Revision("1")
public record OrderRefundFailed(
        OrderId orderId,
        UserId userId,
        PaymentId paymentId,
        RefundId refundId,
        long amount,
        boolean owed,
        String gatewayCode,
        Instant failedAt)
        implements OrderEvent, AboutUser {}
