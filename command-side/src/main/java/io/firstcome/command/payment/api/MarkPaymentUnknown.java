package io.firstcome.command.payment.api;

import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that the card gateway did not say how it ended. Emits {@code PaymentOutcomeUnknown}; when it is decided, or unknown, already it does nothing.
 */
public record MarkPaymentUnknown(@TargetAggregateIdentifier PaymentId paymentId, String gatewayCode, Instant at)
        implements PaymentCommand {}
