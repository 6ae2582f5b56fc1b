package io.firstcome.command.payment.api;

import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that all of a refund was given back. Emits {@code PaymentRefunded}; when that refund is not open (any more) it does nothing.
 */
public record CompleteRefund(@TargetAggregateIdentifier PaymentId paymentId, RefundId refundId, Instant at)
        implements PaymentCommand {}
