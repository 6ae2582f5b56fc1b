package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that the card gateway refused a refund. Emits {@code OrderRefundFailed}; said again it does nothing.
 *
 * @param card the part by card that was not given back
 * @param owed whether it had to come back: false when all that is left can still be asked back
 */
public record RecordRefundFailure(
        @TargetAggregateIdentifier OrderId orderId,
        PaymentId paymentId,
        RefundId refundId,
        long card,
        boolean owed,
        String gatewayCode,
        Instant at)
        implements OrderCommand {}
