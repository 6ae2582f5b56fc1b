package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells that all that was paid is given back. Emits {@code OrderRefunded}; said again it does nothing. */
public record RecordRefund(@TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, Instant at)
        implements OrderCommand {}
