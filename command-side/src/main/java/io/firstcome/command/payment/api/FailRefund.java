package io.firstcome.command.payment.api;

import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that the gateway refused a refund. Emits {@code PaymentRefundFailed}; when that refund is not open (any more) it does nothing.
 */
public record FailRefund(
        @TargetAggregateIdentifier PaymentId paymentId, RefundId refundId, String gatewayCode, Instant at)
        implements PaymentCommand {}
