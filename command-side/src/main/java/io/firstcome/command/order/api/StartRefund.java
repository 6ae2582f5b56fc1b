package io.firstcome.command.order.api;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for money of the order's payment back. Answered with {@code OrderRefundStarted}; the same refund said again is answered with
 * null. Refused with {@code NOT_REFUNDABLE} when the payment did not pay the order, less is left, or all is asked for: of an order
 * that was sent, or that is being given back already. A refund of all that an ended order is owed may be asked for again after the
 * gateway refused it.
 *
 * @param amount 1 or more; null: all that is left
 * @param owner the user whose it must be; null: anyone's, for operators
 */
public record StartRefund(
        @TargetAggregateIdentifier OrderId orderId,
        PaymentId paymentId,
        RefundId refundId,
        @Nullable Long amount,
        String reason,
        @Nullable UserId owner,
        Instant at)
        implements OrderCommand {}
