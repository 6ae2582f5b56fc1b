package io.firstcome.command.order.api;

import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that a payment was approved. Emits {@code OrderPaid}, or {@code OrderPaymentLate} when the order has ended; said again
 * it does nothing.
 */
public record RecordPayment(
        @TargetAggregateIdentifier OrderId orderId, PaymentId paymentId, long paid, long discount, Instant at)
        implements OrderCommand {

    public RecordPayment {
        if (paid < 0 || discount < 0) {
            throw new IllegalArgumentException("paid and discount are 0 or more");
        }
    }
}
