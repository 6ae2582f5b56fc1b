package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that all that was paid is given back. Emits {@code OrderRefunded}; said again it does nothing.
 *
 * <p>It may come before {@link RecordPayment}. The order then was not paid for all it knows, and a reservation that is still held
 * is to be released, not restocked: so an order that awaits payment emits {@code OrderCancelled} first.
 */
public record RecordRefund(@TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, Instant at)
        implements OrderCommand {}
