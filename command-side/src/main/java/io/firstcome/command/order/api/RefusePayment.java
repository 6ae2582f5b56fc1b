package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that a payment did not begin. Emits {@code OrderPaymentRefused}; when that payment is not the current one it does nothing.
 */
public record RefusePayment(
        @TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, PaymentRefusal reason, Instant at)
        implements OrderCommand {}
