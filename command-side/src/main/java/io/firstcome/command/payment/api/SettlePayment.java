package io.firstcome.command.payment.api;

import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells that the order was sent. Emits {@code PaymentSettled}; said again it does nothing. */
public record SettlePayment(@TargetAggregateIdentifier PaymentId paymentId, Instant at) implements PaymentCommand {}
