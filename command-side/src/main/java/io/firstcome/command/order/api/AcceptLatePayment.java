package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.stock.HoldId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Completes an expired order whose stock could be held again. Emits {@code OrderPaid}; said again it does nothing.
 */
public record AcceptLatePayment(
        @TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, HoldId holdId, Instant at)
        implements OrderCommand {}
