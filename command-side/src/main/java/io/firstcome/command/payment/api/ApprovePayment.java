package io.firstcome.command.payment.api;

import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells that all the money is there. Emits {@code PaymentApproved}; when it is decided already it does nothing. */
public record ApprovePayment(@TargetAggregateIdentifier PaymentId paymentId, Instant at) implements PaymentCommand {}
