package io.firstcome.command.payment.api;

import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that the card part of a refund was given back. Emits {@code CardRefunded}; said again, or when that refund is not open, it does nothing.
 */
public record RecordCardRefund(@TargetAggregateIdentifier PaymentId paymentId, RefundId refundId, Instant at)
        implements PaymentCommand {}
